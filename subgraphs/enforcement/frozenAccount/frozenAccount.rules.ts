import type { MeasureKind } from '../vocabulary/measureKinds';
import { inForceAt } from '../measure/status.rules';
import { type Held, reaches } from '../measure/transition.rules';

/** A trace from attribution: the funds of an actor reached an account in an asset. */
export interface AccountTrace {
  readonly accountId: string;
  readonly actorId: string;
  readonly traceId: string;
  /** The asset (CAIP-19) that arrived; none where no transfer led to it, as its wallet is the actor's own. */
  readonly assetIds: readonly string[];
  /** True where it is only possible: accounts share the wallet, and no tag tells whose the funds are. */
  readonly possible?: boolean;
}

/** A held account that the funds of an actor reached. */
export interface FrozenTrace extends AccountTrace {
  /** True where a measure that holds the account is on the traced asset; null without an asset. */
  readonly assetUnderMeasure: boolean | null;
}

export interface FrozenQuestion {
  readonly measuresOf: (accountId: string) => readonly Held[];
  readonly at: Date;
  /** The kinds of measure that count. */
  readonly kinds: readonly MeasureKind[];
  /** True where accounts count whose measures are on other assets than those that were traced. */
  readonly includeOtherAssets: boolean;
}

/** The key that frozen accounts are sorted and paged by. NUL is in no id and sorts first: it orders by account, then actor. */
export const keyOfTrace = ({ accountId, actorId }: Pick<AccountTrace, 'accountId' | 'actorId'>) =>
  `${accountId}\0${actorId}`;

/** The better is first: what is known to be under a measure, then what has no asset, then what is under none. */
const rank = ({ assetUnderMeasure }: FrozenTrace) =>
  assetUnderMeasure === true ? 0 : assetUnderMeasure === null ? 1 : 2;

/** Of traces of one rank, what is certain comes before what is possible. */
const compareRows = (a: FrozenTrace, b: FrozenTrace): number =>
  rank(a) - rank(b) || Number(a.possible === true) - Number(b.possible === true);

/**
 * Returns the traces to accounts that are held at an instant, sorted by account and actor, one for both. Of several it
 * takes the first whose asset is under a measure, as attribution gives the best first.
 */
export function frozenTraces(traces: readonly AccountTrace[], question: FrozenQuestion): FrozenTrace[] {
  const { measuresOf, at, kinds, includeOtherAssets } = question;
  const byKey = new Map<string, FrozenTrace>();
  for (const trace of traces) {
    const holding = measuresOf(trace.accountId).filter(
      (measure) => kinds.includes(measure.kind) && inForceAt(measure, at),
    );
    if (holding.length === 0) continue;
    const found = { ...trace, assetUnderMeasure: isUnder(holding, trace.assetIds) };
    if (found.assetUnderMeasure === false && !includeOtherAssets) continue;
    const key = keyOfTrace(trace);
    const known = byKey.get(key);
    if (!known || compareRows(found, known) < 0) byKey.set(key, found);
  }
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, trace]) => trace);
}

function isUnder(measures: readonly Held[], assetIds: readonly string[]): boolean | null {
  if (measures.some(({ assets }) => !assets)) return true;
  if (assetIds.length === 0) return null;
  return measures.some((measure) => assetIds.some((asset) => reaches(measure, asset)));
}
