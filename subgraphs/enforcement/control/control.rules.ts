import type { ControlAct } from '../vocabulary/controlActs';

/** The place of an event on its chain. */
interface ChainPlace {
  readonly block: number;
  readonly logIndex: number;
}

export interface ControlStep extends ChainPlace {
  /** Unique among all events. */
  readonly id: string;
  readonly act: ControlAct;
  /** RFC 3339 UTC. */
  readonly at: string;
}

/** The order of a chain: by block, and within it by the index of the log. */
export const inChainOrder = (a: ChainPlace, b: ChainPlace) => a.block - b.block || a.logIndex - b.logIndex;

/** A freeze as the chain has it: from the event that made it to the one that lifted it. */
export interface FrozenSpan {
  /** The freeze that began it. */
  readonly by: string;
  readonly from: string;
  readonly to: string | null;
}

/**
 * Returns the times when one address was frozen, from its control events in any order. A list of frozen
 * addresses is a set: a second freeze changes nothing, and one unfreeze lifts both. Destroyed funds stay
 * frozen.
 */
export function frozenSpans(steps: readonly ControlStep[]): FrozenSpan[] {
  const spans: FrozenSpan[] = [];
  for (const { id, act, at } of [...steps].sort(inChainOrder)) {
    const last = spans.at(-1);
    const frozen = last?.to === null;
    if (act === 'FREEZE' && !frozen) spans.push({ by: id, from: at, to: null });
    else if (act === 'UNFREEZE' && last && frozen) spans.splice(-1, 1, { ...last, to: at });
  }
  return spans;
}

/** Tells if the times of an address's events contradict their blocks: a freeze would end before it began. */
export const isOutOfTime = (steps: readonly ControlStep[]): boolean =>
  frozenSpans(steps).some(({ from, to }) => to !== null && to < from);

export interface SpanChanges {
  /** Spans that are new or read otherwise. */
  readonly changed: readonly FrozenSpan[];
  /** Freezes that begin no span any more, as an earlier one became known late. */
  readonly gone: readonly string[];
}

/** Returns the changes that another event of an address makes, wherever on the chain it lies. */
export function spanChanges(known: readonly ControlStep[], step: ControlStep): SpanChanges {
  const before = new Map(frozenSpans(known).map((span) => [span.by, span]));
  const after = frozenSpans([...known, step]);
  const still = new Set(after.map(({ by }) => by));
  return {
    changed: after.filter(({ by, from, to }) => {
      const was = before.get(by);
      return !was || was.from !== from || was.to !== to;
    }),
    gone: [...before.keys()].filter((by) => !still.has(by)),
  };
}

export interface ReplayedStep extends ChainPlace {
  readonly accountId: string;
  readonly act: ControlAct;
  readonly amount: string | null;
}

/** The findings of a replay of events, in the order of their chain. */
export interface Replay {
  readonly doubleFreezes: number;
  readonly unfreezesOfUnfrozen: number;
  readonly destructionsOfUnfrozen: number;
  /** Base units. */
  readonly destroyed: string;
}

/** Replays events that are sorted by their place on the chain. */
export function replay(steps: readonly ReplayedStep[]): Replay {
  const frozen = new Set<string>();
  const found = { doubleFreezes: 0, unfreezesOfUnfrozen: 0, destructionsOfUnfrozen: 0 };
  let destroyed = 0n;
  for (const { accountId, act, amount } of steps) {
    const isFrozen = frozen.has(accountId);
    switch (act) {
      case 'FREEZE':
        if (isFrozen) found.doubleFreezes++;
        frozen.add(accountId);
        break;
      case 'UNFREEZE':
        if (!isFrozen) found.unfreezesOfUnfrozen++;
        frozen.delete(accountId);
        break;
      case 'DESTROY':
        if (!isFrozen) found.destructionsOfUnfrozen++;
        destroyed += BigInt(amount ?? 0);
        break;
    }
  }
  return { ...found, destroyed: destroyed.toString() };
}
