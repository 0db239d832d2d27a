/** A movement of funds, as far as the search looks at it. */
export interface Movement {
  readonly _id: string;
  readonly seq: number;
  readonly fromId: string;
  readonly toId: string;
  /** An asset of one chain: a path stays within it. */
  readonly asset: string;
  readonly at: Date;
  /** Base units, a decimal string. */
  readonly amount: string;
}

/** A wallet that an actor held, and the times in milliseconds between which funds that left it were the actor's. */
export interface Start {
  readonly actorId: string;
  readonly walletId: string;
  readonly from: number;
  readonly until: number;
}

/** One way for an actor's funds to be in a wallet: they arrived at a time, after a number of hops. */
export interface Label<M extends Movement> {
  readonly start: Start;
  readonly walletId: string;
  readonly hops: number;
  readonly arrival: number;
  /** The movement that brought them, and the label that it left; null for a start. */
  readonly movement: M | null;
  readonly previous: Label<M> | null;
}

export const startLabel = <M extends Movement>(start: Start): Label<M> => ({
  start,
  walletId: start.walletId,
  hops: 0,
  arrival: start.from,
  movement: null,
  previous: null,
});

/** Where a movement takes the funds of a label, or null where it cannot be theirs. */
export function carried<M extends Movement>(label: Label<M>, movement: M): Label<M> | null {
  const at = movement.at.getTime();
  // The same instant counts: within a block the order of transactions is not known here.
  if (at < label.arrival || (label.movement === null && at > label.start.until)) return null;
  if (label.movement !== null && label.movement.asset !== movement.asset) return null;
  return {
    start: label.start,
    walletId: movement.toId,
    hops: label.hops + 1,
    arrival: at,
    movement,
    previous: label,
  };
}

/** Among ways of equally many hops: the earliest arrival, then the smallest id of what brought it. */
export function compareArrivals<M extends Movement>(a: Label<M>, b: Label<M>): number {
  return a.arrival - b.arrival || compareText(a.movement?._id ?? '', b.movement?._id ?? '');
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The movements on the way, first to last. */
export function movementsOf<M extends Movement>(label: Label<M>): M[] {
  const movements: M[] = [];
  for (let at: Label<M> | null = label; at?.movement; at = at.previous) movements.push(at.movement);
  return movements.reverse();
}
