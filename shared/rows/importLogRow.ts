import type { RowCollection } from '../mongo/insertRows';

/** `UNREADABLE`: it is no valid row. `CONFLICT`: it is valid, and contradicts a stored one. */
export const quarantineReasons = ['UNREADABLE', 'CONFLICT'] as const;

export type QuarantineReason = (typeof quarantineReasons)[number];

/** The collections that keep a record of each import of a file, and the rows that were not stored. */
export interface ImportLogRecords {
  readonly imports: {
    create(row: object): Promise<unknown>;
    updateOne(filter: object, update: object): PromiseLike<unknown>;
  };
  readonly quarantinedRows: RowCollection;
}
