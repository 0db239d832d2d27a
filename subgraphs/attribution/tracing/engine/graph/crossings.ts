import { isZero } from './amounts';
import type { CrossingColumns, Crossings } from './crossingTable';
import { pairIndex } from './pairIndex';
import type { TransferColumns } from './transferGraph';

type RowPair = readonly [number, number];

/** The crossings by the rows of a state. One whose movements do not fit together (any more) is none. */
export function crossingsOf(columns: TransferColumns, crossings: CrossingColumns): Crossings {
  const rowOf = rowsOfSeqs(columns, [...crossings.inSeq, ...crossings.outSeq]);
  const pairs = new Map<string, RowPair>();
  crossings.inSeq.forEach((inSeq, i) => {
    const pair = [rowOf.get(inSeq) ?? -1, rowOf.get(crossings.outSeq[i] ?? 0) ?? -1] as const;
    if (canCross(columns, pair)) pairs.set(pair.join(' '), pair);
  });
  const ways = [...pairs.values()];
  const ins = new Set(ways.map(([row]) => row));
  const outs = new Set(ways.map(([, row]) => row));
  const steps = new Map(
    ways.map(([before, after]) => {
      const step = [columns.asset[before] ?? 0, columns.asset[after] ?? 0] as const;
      return [step.join(' '), step];
    }),
  );
  return {
    columns: crossings,
    count: ways.length,
    ahead: {
      rowsAt: pairIndex([...ins].flatMap((row) => payersAt(columns, row).map((wallet) => [wallet, row]))),
      nextOf: pairIndex(ways),
    },
    back: {
      rowsAt: pairIndex([...outs].map((row) => [columns.to[row] ?? -1, row])),
      nextOf: pairIndex(ways.map(([before, after]) => [after, before])),
    },
    assetSteps: [...steps.values()],
  };
}

/** The wallets that paid a row, each once: of a UTXO output any of the inputs' but its own. */
export function payersAt({ from, to, transaction, amounts }: TransferColumns, row: number): number[] {
  const first = transaction[row] ?? -1;
  if (first < 0) return [from[row] ?? -1];
  const payers = new Set<number>();
  for (let input = first; transaction[input] === first; input++) {
    const wallet = from[input] ?? -1;
    if (wallet >= 0 && wallet !== to[row] && !isZero(amounts.limbs, input)) payers.add(wallet);
  }
  return [...payers];
}

/** Both move something to a wallet, of two assets, and the second not before the first. */
function canCross(columns: TransferColumns, [before, after]: RowPair): boolean {
  const { asset, at } = columns;
  return (
    [before, after].every((row) => row >= 0 && movesFunds(columns, row)) &&
    asset[before] !== asset[after] &&
    (at[before] ?? 0) <= (at[after] ?? 0)
  );
}

const movesFunds = (columns: TransferColumns, row: number): boolean =>
  columns.from[row] !== columns.to[row] &&
  !isZero(columns.amounts.limbs, row) &&
  payersAt(columns, row).length > 0;

/** The rows of transfers and outputs by their seqs, in one pass. An input has the seq of an output, and is none. */
function rowsOfSeqs({ seq, to, count }: TransferColumns, wanted: readonly number[]): Map<number, number> {
  const rows = new Map<number, number>();
  if (wanted.length === 0) return rows;
  const highest = wanted.reduce((most, one) => Math.max(most, one), 0);
  const isWanted = new Uint8Array(highest + 1);
  for (const one of wanted) isWanted[one] = 1;
  for (let row = 0; row < count; row++) {
    const one = seq[row] ?? 0;
    if (one <= highest && isWanted[one] === 1 && (to[row] ?? -1) >= 0) rows.set(one, row);
  }
  return rows;
}
