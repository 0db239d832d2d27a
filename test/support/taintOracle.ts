import type { TaintMethod } from '../../subgraphs/attribution/tracing/engine/taint/taintMethod';

/**
 * docs/concepts/exposure.md, word for word and as plainly as it can be said: lists, texts and BigInt. It knows nothing of the
 * engine, and is slow.
 */

export interface End {
  /** Null: no wallet's. */
  readonly wallet: string | null;
  readonly amount: bigint;
}

/** A transfer (one input and one output of one amount) or a UTXO transaction. */
export interface Happening {
  readonly seq: number;
  readonly at: number;
  readonly asset: string;
  readonly isUtxo: boolean;
  readonly inputs: readonly End[];
  readonly outputs: readonly End[];
}

export interface NamedWallet {
  readonly owner: string;
  readonly categories: readonly string[];
  readonly from: number;
  readonly until: number;
}

/** The origin of funds. `straight`: not kept by anybody since. */
export interface Origin {
  readonly named: readonly NamedWallet[];
  /** `whoIs` of them. */
  readonly who: string;
  readonly cause: string;
  readonly straight: boolean;
}

export interface Lot {
  readonly origin: Origin;
  readonly amount: bigint;
}

const causes = ['', 'OWN', 'ISSUED', 'HUB', 'BUDGET', 'HOPS', 'UNSEEN'];
/** Returns the named owners in the order of their texts: the owner and its categories. */
export const whoIs = (named: readonly NamedWallet[]): string =>
  [...new Set(named.map(({ owner, categories }) => JSON.stringify([owner, ...categories])))].sort().join();

const isTaint = ({ cause }: Origin) => cause === '' || cause === 'SUBJECT';

/** The order in which equal remainders are served. */
export function compareOrigins(a: Origin, b: Origin): number {
  const ranks = causes.indexOf(a.cause) - causes.indexOf(b.cause);
  if (ranks !== 0) return ranks;
  if (a.who !== b.who) return a.who < b.who ? -1 : 1;
  return Number(b.straight) - Number(a.straight);
}

const sameOrigin = (a: Origin, b: Origin) => compareOrigins(a, b) === 0 && a.cause === b.cause;
export const sumOf = (amounts: readonly { readonly amount: bigint }[]) =>
  amounts.reduce((sum, { amount }) => sum + amount, 0n);
export const walletsOf = (ends: readonly End[]) =>
  ends.filter(({ amount }) => amount > 0n).flatMap(({ wallet }) => wallet ?? []);

// ---------- the order of what happened at one time ----------

export function inOrder(happenings: readonly Happening[]): Happening[] {
  const left = [...happenings].sort((a, b) => a.at - b.at || a.seq - b.seq);
  const ordered: Happening[] = [];
  while (left.length > 0) {
    const instant = left.filter(({ at }) => at === left[0]!.at);
    const isFree = (one: Happening) =>
      instant.every(
        (other) =>
          other === one || !walletsOf(one.inputs).some((payer) => walletsOf(other.outputs).includes(payer)),
      );
    const next = instant.find(isFree) ?? instant[0]!;
    left.splice(left.indexOf(next), 1);
    ordered.push(next);
  }
  return ordered;
}

// ---------- the methods ----------

/** The remainder of funds, and the paid part. */
interface Payment {
  readonly rest: readonly Lot[];
  readonly paid: readonly Lot[];
}

/** Takes an amount from the front of a list of lots; nobody was seen to receive a missing part. */
function takeFirst(lots: readonly Lot[], amount: bigint, unseen: Origin): Payment {
  const [first, ...others] = lots;
  if (amount === 0n) return { rest: lots, paid: [] };
  if (!first) return { rest: [], paid: [{ origin: unseen, amount }] };
  if (first.amount > amount) {
    return { rest: [{ ...first, amount: first.amount - amount }, ...others], paid: [{ ...first, amount }] };
  }
  const { rest, paid } = takeFirst(others, amount - first.amount, unseen);
  return { rest, paid: [first, ...paid] };
}

function takeInProportion(lots: readonly Lot[], amount: bigint, unseen: Origin): Payment {
  const funds: { origin: Origin; amount: bigint }[] = [];
  for (const { origin, amount: each } of lots) {
    const known = funds.find((other) => sameOrigin(other.origin, origin));
    if (known) known.amount += each;
    else funds.push({ origin, amount: each });
  }
  const whole = sumOf(funds);
  if (amount >= whole) {
    return {
      rest: [],
      paid: amount > whole ? [...funds, { origin: unseen, amount: amount - whole }] : funds,
    };
  }
  const shares = funds.map((part) => ({
    part,
    share: (part.amount * amount) / whole,
    remainder: (part.amount * amount) % whole,
  }));
  const spare = amount - shares.reduce((sum, { share }) => sum + share, 0n);
  const served = [...shares].sort((a, b) =>
    a.remainder === b.remainder
      ? compareOrigins(a.part.origin, b.part.origin)
      : a.remainder > b.remainder
        ? -1
        : 1,
  );
  served.slice(0, Number(spare)).forEach((each) => (each.share += 1n));
  return {
    rest: shares
      .map(({ part, share }) => ({ ...part, amount: part.amount - share }))
      .filter((lot) => lot.amount > 0n),
    paid: shares.map(({ part, share }) => ({ ...part, amount: share })).filter((lot) => lot.amount > 0n),
  };
}

/** Funds lie in the order in which they leave. */
export function take(method: TaintMethod, lots: readonly Lot[], amount: bigint, unseen: Origin): Payment {
  return method === 'HAIRCUT' ? takeInProportion(lots, amount, unseen) : takeFirst(lots, amount, unseen);
}

/** Lays what was paid, in the order in which it was, to what is there. */
export function lay(
  method: TaintMethod,
  there: readonly Lot[],
  paid: readonly Lot[],
  isInput = false,
): Lot[] {
  switch (method) {
    case 'LIFO':
      // An input goes into its transaction as it lay; else what was paid last lies uppermost.
      return [...(isInput ? paid : [...paid].reverse()), ...there];
    case 'TIHO': {
      const all = [...there, ...paid];
      return [
        ...all.filter(({ origin }) => isTaint(origin)),
        ...all.filter(({ origin }) => !isTaint(origin)),
      ];
    }
    case 'FIFO':
    case 'HAIRCUT':
    case 'POISON':
      return [...there, ...paid];
  }
}

/** Returns the outputs in the order of payment. */
export function outputsInOrder<Output extends { readonly amount: bigint }>(
  method: TaintMethod,
  outputs: readonly Output[],
): Output[] {
  if (method !== 'TIHO') return [...outputs];
  return [...outputs].sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));
}
