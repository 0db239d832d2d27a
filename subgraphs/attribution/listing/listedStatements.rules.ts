import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import type { AttributionRecord } from '../attribution/attribution.record';
import { assertionsInForce } from '../attribution/attribution.rules';
import { confidenceLevels } from '../attribution/confidence';

/** A version of a list: its day, YYYY-MM-DD, and the source that it is. */
interface ListMoment {
  readonly day: string;
  readonly source: SourceFacts;
}

/** A time over which a list named a wallet as an actor's, without a gap between its versions. */
export interface ListedStay {
  readonly list: string;
  readonly actorId: string;
  readonly walletId: string;
  readonly matchKey: string;
  readonly from: ListMoment;
  /** The first version without it; null while it is listed. */
  readonly gone: ListMoment | null;
}

/** The ids of what lists say begin so. */
export const listedIds = { from: 'list:', to: 'list;' } as const;

type Named = Pick<ListedStay, 'list' | 'actorId' | 'walletId' | 'matchKey'>;

const keyOf = ({ list, walletId, actorId }: Named) => `list:${list} ${walletId} ${actorId}`;

function statementOf(
  named: Named,
  stance: 'ASSERTS' | 'RETRACTS',
  { when, at, now }: { readonly when: string; readonly at: ListMoment; readonly now: Date },
): AttributionRecord {
  return {
    _id: `${keyOf(named)} ${stance} ${when}`,
    walletId: named.walletId,
    matchKey: named.matchKey,
    actorId: named.actorId,
    stance,
    confidenceId: 'authority_data',
    confidence: confidenceLevels.authority_data,
    method:
      stance === 'ASSERTS' ? 'its entry names the address' : 'no entry of it names the address any more',
    knownSince: new Date(`${at.day}T00:00:00.000Z`),
    recordedAt: now,
    illustrative: false,
    source: at.source,
    origin: `list:${named.list}`,
  };
}

/**
 * Returns the statements to store, so that the statements of lists agree with all versions of the lists. Each
 * version that first names a wallet gives an assertion, and each that no longer does gives a retraction. A
 * stored statement is never changed. Where a version was replaced by a corrected edition, the statements of
 * its first edition are retracted, or asserted again, now.
 */
export function missingStatements(
  stays: readonly ListedStay[],
  stored: readonly AttributionRecord[],
  now: Date,
): AttributionRecord[] {
  const known = new Map(stored.map((statement) => [statement._id, statement]));
  const missing = new Map<string, AttributionRecord>();
  const listed = new Map<string, ListedStay>();
  for (const stay of stays) {
    const statements = [
      statementOf(stay, 'ASSERTS', { when: stay.from.day, at: stay.from, now }),
      ...(stay.gone ? [statementOf(stay, 'RETRACTS', { when: stay.gone.day, at: stay.gone, now })] : []),
    ];
    for (const one of statements) if (!known.has(one._id)) missing.set(one._id, one);
    if (!stay.gone) listed.set(keyOf(stay), stay);
  }
  const all = [...stored, ...missing.values()];
  const inForce = assertionsInForce(all, { minConfidence: 0, knownAt: new Date(8.64e15) });
  const inForceByKey = new Map(inForce.map((one) => [keyOfStored(one), one]));
  for (const [key, stay] of listed) {
    if (inForceByKey.has(key)) continue;
    const again = statementOf(stay, 'ASSERTS', { when: now.toISOString(), at: stay.from, now });
    missing.set(again._id, { ...again, knownSince: now });
  }
  for (const [key, one] of inForceByKey) {
    if (listed.has(key) || !one.actorId) continue;
    const { walletId, matchKey, actorId, source } = one;
    const named = { list: listOf(one), walletId, matchKey, actorId };
    const at = { day: now.toISOString().slice(0, 10), source };
    const back = statementOf(named, 'RETRACTS', { when: now.toISOString(), at, now });
    missing.set(back._id, { ...back, knownSince: now });
  }
  return [...missing.values()];
}

const listOf = ({ origin }: AttributionRecord) => (origin ?? '').slice('list:'.length);

const keyOfStored = (statement: AttributionRecord) =>
  keyOf({
    list: listOf(statement),
    walletId: statement.walletId,
    matchKey: statement.matchKey,
    actorId: statement.actorId ?? '',
  });
