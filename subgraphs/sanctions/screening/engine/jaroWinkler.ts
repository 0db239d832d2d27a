/** Jaro's similarity, 0 to 1 (M. Jaro 1989). */
function jaro(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const takenB = new Uint8Array(b.length);
  const matchedA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (takenB[j] || a[i] !== b[j]) continue;
      takenB[j] = 1;
      matchedA.push(a[i] ?? '');
      break;
    }
  }
  const matches = matchedA.length;
  if (matches === 0) return 0;
  const matchedB = Array.from(b).filter((_, j) => takenB[j]);
  const transpositions = matchedA.filter((letter, k) => letter !== matchedB[k]).length / 2;
  return (matches / a.length + matches / b.length + (matches - transpositions) / matches) / 3;
}

/** Jaro-Winkler (W. Winkler 1990): raised by a tenth for each letter of a common beginning, `maxPrefixLength` at most. */
export function jaroWinkler(a: string, b: string, maxPrefixLength: number): number {
  const similarity = jaro(a, b);
  let prefix = 0;
  while (prefix < maxPrefixLength && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return similarity + prefix * 0.1 * (1 - similarity);
}
