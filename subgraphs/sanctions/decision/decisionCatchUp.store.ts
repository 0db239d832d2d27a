import { type Ledger, LedgerDamaged, type LedgerEvent } from '@cordon/ledger';
import type { Model } from 'mongoose';
import { isDuplicateKey, rejectedPlaces } from '../../../shared/mongo/duplicateKeys';
import { decisionAfter } from './decision.events';
import type { DecisionCursorRecord, DecisionRecord } from './decision.record';

export interface DecisionModels {
  readonly decisions: Model<DecisionRecord>;
  readonly decisionCursors: Model<DecisionCursorRecord>;
}

export type LedgerReads = Pick<Ledger, 'head' | 'read'>;

export const cursorId = 'decisions';

/** Keeps the decisions at the head of their ledger. Several processes may do so at once, and be killed at any moment. */
export function decisionCatchUp({ decisions, decisionCursors }: DecisionModels, ledger: LedgerReads) {
  const apply = async (event: LedgerEvent) => {
    const { match } = event.payload as { readonly match: string };
    const row = await decisions.findById(match).lean<DecisionRecord>();
    if (row && row.sequence >= event.sequence) return;
    const next = decisionAfter(row ?? undefined, event);
    if (!next) return;
    const filter = { _id: match, sequence: { $lt: event.sequence } };
    try {
      await decisions.bulkWrite([{ replaceOne: { filter, replacement: next, upsert: true } }]);
    } catch (error) {
      // Another process was first.
      rejectedPlaces(error);
    }
  };
  const cursorNow = () => decisionCursors.findById(cursorId).lean<DecisionCursorRecord>();
  const catchUp = async (upTo?: number) => {
    const cursor = await cursorNow();
    const end = upTo ?? (await ledger.head()).sequence;
    if (upTo === undefined) rejectLostTail(cursor, end);
    const after = cursor?.sequence ?? 0;
    if (end <= after) return;
    let last: LedgerEvent | undefined;
    for await (const event of ledger.read({ after, upTo: end })) {
      if (!last && cursor && event.previousHash !== cursor.hash)
        throw new LedgerDamaged(event.sequence, 'it does not follow the event that the decisions reflect');
      await apply(event);
      last = event;
    }
    if (!last) return;
    const { sequence, hash } = last;
    await decisionCursors
      .updateOne(
        { _id: cursorId, sequence: { $lt: sequence } },
        { $set: { sequence, hash } },
        { upsert: true },
      )
      .catch((error: unknown) => {
        // Another process is further.
        if (!isDuplicateKey(error)) throw error;
      });
  };
  return { catchUp, cursorNow };
}

/** @throws LedgerDamaged where the decisions reflect an event that is gone */
export function rejectLostTail(cursor: DecisionCursorRecord | null, end: number): void {
  const reflected = cursor?.sequence ?? 0;
  if (end < reflected)
    throw new LedgerDamaged(end + 1, `it ends at event ${end}, and the decisions reflect event ${reflected}`);
}
