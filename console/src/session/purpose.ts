const key = 'cordon.purpose';

/** Returns the purpose that this person gave in this tab; empty without one. */
export const currentPurpose = (): string => sessionStorage.getItem(key) ?? '';

/** At most 500 characters, as the gateway takes them. */
export function keepPurpose(purpose: string): void {
  const text = purpose.trim().slice(0, 500);
  if (text === '') sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, text);
}
