/** What the gateway says to every page before anybody is signed in. */
export interface ConsoleSettings {
  /** Where people sign in; null: by a link that carries a token. */
  readonly oidc: { readonly issuer: string; readonly client: string } | null;
  /** The roles that must say why they read restricted records. */
  readonly purposeRoles: readonly string[];
}

/** Rejects where the gateway does not say. */
export async function readConsoleSettings(): Promise<ConsoleSettings> {
  const response = await fetch('/console.json');
  if (!response.ok) throw new Error(`/console.json answered ${response.status}`);
  return (await response.json()) as ConsoleSettings;
}
