import DataLoader from 'dataloader';
import { badUserInput } from '../../../shared/errors/cordonError';
import type { QuarantinedRowRecord } from './importLog.record';
import type { ImportLogStore, RowPlace } from './importLog.store';

export interface QuarantinedPageKey {
  readonly importId: string;
  readonly after: RowPlace | null;
  readonly limit: number;
}

/** So many imports at once: each page is one short read by an index. */
const maxBatchSize = 20;

/** Loads pages of the quarantined rows of imports. */
export const quarantinedPages = (
  log: ImportLogStore,
): DataLoader<QuarantinedPageKey, readonly QuarantinedRowRecord[], string> =>
  new DataLoader(
    (keys) => Promise.all(keys.map(({ importId, after, limit }) => log.quarantined(importId, after, limit))),
    { maxBatchSize, cacheKeyFn: (key) => JSON.stringify(key) },
  );

/** The place of a row, as a cursor holds it. */
export const rowKey = ({ line, _id }: QuarantinedRowRecord): string => `${line} ${_id}`;

/** Throws BAD_USER_INPUT for an invalid place. */
export function rowPlace(key: string | null): RowPlace | null {
  if (key === null) return null;
  const [, line, id] = /^(\d{1,15}) (.+)$/s.exec(key) ?? [];
  if (line === undefined || id === undefined)
    throw badUserInput('after is not a cursor of an earlier page', { argument: 'after' });
  return { line: Number(line), id };
}
