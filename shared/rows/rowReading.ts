/** The result of reading a row: the row, or its problem. Lines count from 1. */
export type RowReading<Row> =
  { readonly line: number; readonly row: Row } | { readonly line: number; readonly problem: string };

export interface Columns {
  readonly needed: readonly string[];
  readonly optional: readonly string[];
}

/** The values of a row by the names of its columns; absent or empty ones are omitted. */
export type RowValues = Readonly<Record<string, unknown>>;

/** Called now and then with the number of bytes read. */
export interface ReadOptions {
  readonly onBytes?: (bytes: number) => void;
  readonly onChunk?: (chunk: Buffer) => void;
}
