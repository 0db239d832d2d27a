/** What the words of a search may be: an address has no spaces and is long, an account's id names its venue. */
export function searchKinds(words: string) {
  const one = !/\s/.test(words);
  return {
    address: one && /[0-9]/.test(words) && words.length >= 25,
    account: one && /^[a-z0-9-]+:[^:]+$/.test(words),
  };
}
