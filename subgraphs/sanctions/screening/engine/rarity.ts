/** Words that many names share weigh less: about 1.1 for a word of one name down to 0.7 for the commonest. */
export function rarity(names: number, total: number): number {
  return 0.6 + 0.5 * (1 - Math.log(1 + names) / Math.log(2 + total));
}
