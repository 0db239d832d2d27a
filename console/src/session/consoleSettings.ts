/** The gateway's settings that a page needs before anybody is signed in. */
export interface ConsoleSettings {
  /** The OpenID Connect provider; null: people sign in by a link that carries a token. */
  readonly oidc: { readonly issuer: string; readonly client: string } | null;
  /** The roles that must say why they read restricted records. */
  readonly purposeRoles: readonly string[];
}

/** Reads them from the gateway; rejects where it does not answer. */
export async function readConsoleSettings(): Promise<ConsoleSettings> {
  const response = await fetch('/console.json');
  if (!response.ok) throw new Error(`/console.json answered ${response.status}`);
  return (await response.json()) as ConsoleSettings;
}
