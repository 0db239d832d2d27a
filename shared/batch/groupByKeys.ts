/** Groups rows by their keys, in their order: a row is once in the group of each of its keys. */
export function groupByKeys<Key, Row>(
  rows: Iterable<Row>,
  keysOf: (row: Row) => Iterable<Key>,
): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}
