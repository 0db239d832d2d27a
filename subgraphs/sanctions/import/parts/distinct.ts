/** Returns each value once, where it is first, by what identifies it. */
export function distinctBy<Value>(values: readonly Value[], key: (value: Value) => string): Value[] {
  const byKey = new Map<string, Value>();
  for (const value of values) if (!byKey.has(key(value))) byKey.set(key(value), value);
  return [...byKey.values()];
}

export const distinct = (values: readonly string[]): string[] => [...new Set(values)];
