import { canonicalJson, type Json, type LedgerEvent } from '@cordon/ledger';
import { chunksOf } from '../../../shared/batch/chunks';
import { insertNew } from '../../../shared/mongo/insertRows';
import { decisionAfter } from './decision.events';
import {
  cursorId,
  decisionCatchUp,
  type DecisionModels,
  type LedgerReads,
  rejectLostTail,
} from './decisionCatchUp.store';
import type { DecisionRecord } from './decision.record';

/** The only place that reads and writes decisions. They are what the events of their ledger make. */
export interface DecisionStore {
  /** The last decision on each match that has one. Read after `catchUp`. */
  ofMatches(matchIds: readonly string[]): Promise<DecisionRecord[]>;
  /** Decisions in force whose last day is before `today`. */
  expired(today: string, limit: number, after: string | null): Promise<DecisionRecord[]>;
  /** Applies the events that are new; omitted: up to the head. Throws LedgerDamaged where events are gone. */
  catchUp(upTo?: number): Promise<void>;
  /** Throws LedgerDamaged where events are gone that decisions reflect. Reads only. */
  rejectLostTail(): Promise<void>;
  /** Compares all decisions with the ledger, and changes none. Reads every event. */
  compare(): Promise<DecisionComparison>;
  /** Makes all decisions anew. Throws LedgerDamaged where events are gone that they reflect, unless the loss is accepted. */
  rebuild(options?: { readonly acceptLoss?: boolean }): Promise<DecisionComparison>;
}

export interface DecisionComparison {
  readonly rows: number;
  /** Rows that the ledger does not make, or makes otherwise, and those that are missing. */
  readonly differences: number;
}

export function decisionStore(
  { decisions, decisionCursors }: DecisionModels,
  ledger: LedgerReads,
): DecisionStore {
  const ofMatches = async (ids: readonly string[]) => {
    const found: DecisionRecord[] = [];
    for (const batch of chunksOf(ids))
      found.push(...(await decisions.find({ _id: { $in: batch } }).lean<DecisionRecord[]>()));
    return found;
  };
  const { catchUp, cursorNow } = decisionCatchUp({ decisions, decisionCursors }, ledger);
  return {
    ofMatches,
    catchUp,
    expired: (today, limit, after) =>
      decisions
        .find({
          state: 'IN_FORCE',
          expiresOn: { $ne: null, $lt: today },
          ...(after === null ? {} : { _id: { $gt: after } }),
        })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<DecisionRecord[]>(),
    async rejectLostTail() {
      rejectLostTail(await cursorNow(), (await ledger.head()).sequence);
    },
    async compare() {
      await catchUp();
      const { rows } = await fold(ledger);
      return comparisonOf(rows, await decisions.find().lean<DecisionRecord[]>());
    },
    async rebuild({ acceptLoss = false } = {}) {
      if (!acceptLoss) rejectLostTail(await cursorNow(), (await ledger.head()).sequence);
      const { rows, last } = await fold(ledger);
      const compared = comparisonOf(rows, await decisions.find().lean<DecisionRecord[]>());
      await decisionCursors.deleteMany({});
      await decisions.deleteMany({});
      await insertNew(decisions, [...rows.values()]);
      if (last)
        await insertNew(decisionCursors, [{ _id: cursorId, sequence: last.sequence, hash: last.hash }]);
      return compared;
    },
  };
}

/** The decisions that all events make. Memory: one row a decided match. */
async function fold(ledger: LedgerReads) {
  const rows = new Map<string, DecisionRecord>();
  let last: LedgerEvent | undefined;
  for await (const event of ledger.read({ after: 0 })) {
    const { match } = event.payload as { readonly match: string };
    const next = decisionAfter(rows.get(match), event);
    if (next) rows.set(match, next);
    last = event;
  }
  return { rows, last };
}

function comparisonOf(
  rows: ReadonlyMap<string, DecisionRecord>,
  stored: readonly DecisionRecord[],
): DecisionComparison {
  const plain = (row: DecisionRecord) => canonicalJson(JSON.parse(JSON.stringify(row)) as Json);
  const same = stored.filter((row) => {
    const made = rows.get(row._id);
    return made !== undefined && plain(made) === plain(row);
  }).length;
  return { rows: rows.size, differences: rows.size + stored.length - 2 * same };
}
