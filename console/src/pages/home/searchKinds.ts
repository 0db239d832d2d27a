/**
 * Returns the kinds that the words of a search may be. An address has no spaces and is long, an account's id
 * names its venue, and a hash is longer.
 */
export function searchKinds(words: string) {
  const one = !/\s/.test(words);
  return {
    address: one && /[0-9]/.test(words) && words.length >= 25,
    transaction: /^(0x[0-9a-f]{64}|[0-9a-z]{64,90})$/i.test(words),
    account: one && /^[a-z0-9-]+:[^:]+$/.test(words),
  };
}
