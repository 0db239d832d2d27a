import { isDeepStrictEqual } from 'node:util';
import { LedgerDamaged, type LedgerEvent } from '@cordon/ledger';
import type { ReadRecord } from './read.record';

type ReadPayload = Omit<ReadRecord, '_id' | 'at'>;

/** Returns the row of an event of the log. */
export function toRow({ sequence, happenedAt, payload }: LedgerEvent): ReadRecord {
  return { ...(payload as ReadPayload), _id: sequence, at: new Date(happenedAt) };
}

/** Tells if a row is the one that an event gives. */
export const isRowOf = (row: ReadRecord | undefined, event: LedgerEvent): boolean =>
  isDeepStrictEqual(row, toRow(event));

/** Throws LedgerDamaged where a row is not the one that its event gives. */
export function requireRow(row: ReadRecord | undefined, event: LedgerEvent): void {
  const { sequence } = event;
  if (!row) throw new LedgerDamaged(sequence, `the row of event ${sequence} of the read log is missing`);
  if (!isRowOf(row, event))
    throw new LedgerDamaged(sequence, `the row of event ${sequence} of the read log was edited`);
}
