import type { KeyRange } from './storage';

/** Tables below this number are the engine's own: format, catalog, tables to be emptied. */
export const firstTable = 16;
const catalogTable = 1;
const droppedTable = 2;

export function tableKey(table: number, key: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(4 + key.length);
  bytes.writeUInt32BE(table, 0);
  bytes.set(key, 4);
  return bytes;
}

/**
 * Returns the entry of an index. After the values comes the id, except in a unique index, where the values
 * must differ by themselves.
 */
export function indexEntryKey(table: number, values: Uint8Array, idKey: Uint8Array | undefined): Buffer {
  const bytes = Buffer.allocUnsafe(4 + values.length + (idKey?.length ?? 0));
  bytes.writeUInt32BE(table, 0);
  bytes.set(values, 4);
  if (idKey) bytes.set(idKey, 4 + values.length);
  return bytes;
}

/** All keys of a table. */
export function tableRange(table: number): KeyRange {
  return { start: tableKey(table, Buffer.alloc(0)), end: tableKey(table + 1, Buffer.alloc(0)) };
}

/** Returns the first key after all that begin with `prefix`, or undefined. */
export function keyAfterPrefix(prefix: Buffer): Buffer | undefined {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  if (end === 0) return undefined;
  const bytes = Buffer.from(prefix.subarray(0, end));
  bytes[end - 1]! += 1;
  return bytes;
}

export function catalogKey(namespace: string): Buffer {
  return tableKey(catalogTable, Buffer.from(namespace));
}

export const catalogRange: KeyRange = tableRange(catalogTable);

export function droppedKey(table: number): Buffer {
  return tableKey(droppedTable, tableKey(table, Buffer.alloc(0)));
}

export const droppedRange: KeyRange = tableRange(droppedTable);

/** The key that holds the number of the next table. */
export const nextTableKey = tableKey(0, Buffer.from('next'));
