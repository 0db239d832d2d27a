import { amountOf } from '../graph/amounts';
import type { TransferGraph } from '../graph/transferGraph';
import { rowsAt } from './ends';
import { ExposureHolders, untaintedOrigins } from './exposureHolders';
import type { CutCause, ExposureTask, Region } from './exposureQuestion';
import { flowsOf } from './flowBuilder';
import { type HoldingOf, isStraight, labelOf, type Part } from './flows';
import { orderInstants } from './instantOrder';
import { sweep } from './sweep';
import { subjectRowsOf, subjectTotal, unseenAssets } from './subjectRows';
import { type ExposureRow, tallyOf, type TaintedAmount } from './tally';

/**
 * The places of funds for which nobody is named. IN: OWN to UNSEEN and UNTAINTED. OUT: RETURNED to HELD and
 * the cuts.
 */
const restCauses = [...untaintedOrigins, 'UNTAINTED', 'RETURNED', 'FEE', 'NOBODY', 'HELD'] as const;
export type RestCause = (typeof restCauses)[number];

export interface AssetExposure {
  /** CAIP-19 */
  readonly asset: string;
  /** The amount that the wallet received, or sent, by then. */
  readonly total: bigint;
  /** The part from, or to, wallets with a named owner; each unit once. */
  readonly attributed: bigint;
  readonly byOwner: readonly ExposureRow[];
  readonly byCategory: readonly ExposureRow[];
  /** The rest. But for POISON, where amounts overlap, `attributed` and all of these are the total. */
  readonly rest: readonly { readonly cause: RestCause; readonly amount: bigint }[];
}

interface CutWallet {
  readonly asset: string;
  readonly wallet: number;
  readonly cause: Exclude<CutCause, 'HOPS'>;
}

export interface ExposureAnswer {
  /** The highest seq of the examined transfers. */
  readonly snapshot: number;
  readonly assets: readonly AssetExposure[];
  /** Every wallet at which the search stopped that it would have gone on from. */
  readonly cut: readonly CutWallet[];
}

/**
 * Computes the exposure of a wallet, by the definitions of docs/concepts/exposure.md. Pure: a worker thread
 * can do it.
 */
export function exposureOf(graph: TransferGraph, task: ExposureTask): ExposureAnswer {
  return {
    snapshot: graph.seq,
    assets: task.regions.map((region) => assetExposure(graph, task, region)),
    cut: [
      ...unseenRows(graph, task),
      ...task.regions.flatMap(({ asset, roles }) =>
        [...roles].flatMap(([wallet, cause]) =>
          cause === 'OPEN' || cause === 'HOPS' ? [] : [{ asset: graph.assets[asset] ?? '', wallet, cause }],
        ),
      ),
    ],
  };
}

/** Returns the subject itself, for each asset of which not all of its own rows are examined. */
const unseenRows = (graph: TransferGraph, task: ExposureTask): CutWallet[] =>
  unseenAssets(graph, task).map((asset) => ({
    asset: graph.assets[asset] ?? '',
    wallet: task.subject,
    cause: 'BUDGET',
  }));

/** Amounts that somebody is named for, and the others by their cause. */
interface Found {
  readonly tainted: TaintedAmount[];
  readonly rest: Map<RestCause, bigint>;
}

function assetExposure(graph: TransferGraph, task: ExposureTask, region: Region): AssetExposure {
  const events = eventsOf(graph, task, region);
  orderInstants(graph.columns, events);
  const holders = new ExposureHolders(task, region);
  const flows = flowsOf(graph.columns, events, { method: task.method, names: holders });
  const isIn = task.direction === 'IN';
  const holdingOf = sweep(task.method, flows, isIn ? holders.receiving() : holders.sending());
  const found = isIn ? received(holders, holdingOf, task) : sent(holders, holdingOf);
  const side = isIn ? flows.to : flows.from;
  let total = 0n;
  for (let flow = 0; flow < flows.count; flow++) {
    if (side[flow] === holders.subject) total += amountOf(flows.amounts, flow);
  }
  if (task.maxSubjectRows !== undefined) {
    const whole = subjectTotal(graph, task, region.asset);
    if (whole > total) addTo(found.rest, 'BUDGET', whole - total);
    total = whole;
  }
  return {
    asset: graph.assets[region.asset] ?? '',
    total,
    attributed: found.tainted.reduce((sum, { amount }) => sum + amount, 0n),
    byOwner: tallyOf(found.tainted, ({ owners }) => owners),
    byCategory: tallyOf(found.tainted, ({ categories }) => categories),
    rest: restCauses.flatMap((cause) => {
      const amount = found.rest.get(cause) ?? 0n;
      return amount > 0n ? [{ cause, amount }] : [];
    }),
  };
}

function addTo(rest: Map<RestCause, bigint>, cause: RestCause, amount: bigint): void {
  rest.set(cause, (rest.get(cause) ?? 0n) + amount);
}

function received(holders: ExposureHolders, holdingOf: HoldingOf, { method }: ExposureTask): Found {
  const groups = holders.groupsInOrder();
  const found: Found = { tainted: [], rest: new Map() };
  for (const { marks, amount } of holdingOf(holders.subject)) {
    const by = marks.flatMap((mark) => {
      const group = groups[labelOf(mark)];
      return group ? [{ ...group, isDirect: isStraight(mark) }] : [];
    });
    const origin = untaintedOrigins[labelOf(marks[0] ?? -2) - groups.length];
    if (by.length > 0) found.tainted.push({ amount, by });
    else addTo(found.rest, method === 'POISON' || !origin ? 'UNTAINTED' : origin, amount);
  }
  return found;
}

function sent(holders: ExposureHolders, holdingOf: HoldingOf): Found {
  const found: Found = { tainted: [], rest: new Map() };
  const ours = (holder: number) => holdingOf(holder).filter(isSubjects);
  for (const group of holders.groupsInOrder()) {
    for (const { marks, amount } of ours(group.holder)) {
      found.tainted.push({
        amount,
        by: marks
          .filter((mark) => labelOf(mark) === 0)
          .map((mark) => ({ ...group, isDirect: isStraight(mark) })),
      });
    }
  }
  const ends: readonly (readonly [RestCause, number])[] = [
    ['RETURNED', holders.subject],
    ['FEE', holders.fee],
    ['NOBODY', holders.nobody],
    ['HUB', holders.cut('HUB')],
    ['BUDGET', holders.cut('BUDGET')],
    ['HOPS', holders.cut('HOPS')],
  ];
  for (const [cause, holder] of ends) for (const { amount } of ours(holder)) addTo(found.rest, cause, amount);
  for (const holder of holders.openHolders()) {
    for (const { amount } of ours(holder)) addTo(found.rest, 'HELD', amount);
  }
  return found;
}

const isSubjects = ({ marks }: Part) => marks.some((mark) => labelOf(mark) === 0);

/**
 * Returns the events by then of the examined wallets, and of the subject: the first row of each, ascending.
 */
function eventsOf({ columns, ...graph }: TransferGraph, task: ExposureTask, region: Region): Int32Array {
  const rows: number[] = [];
  const collect = (side: 'in' | 'out', wallet: number) => {
    const { starts, rows: all } = graph[side];
    for (let at = starts[wallet] ?? 0; at < (starts[wallet + 1] ?? 0); at++) {
      const row = all[at] ?? 0;
      if ((columns.at[row] ?? 0) > task.until) break;
      if (columns.asset[row] === region.asset) rows.push(rowsAt(columns, row).first);
    }
  };
  const { begin, end } = subjectRowsOf({ columns, ...graph }, task);
  const own = graph[task.direction === 'IN' ? 'in' : 'out'].rows;
  for (let at = begin; at < end; at++) {
    const row = own[at] ?? 0;
    if (columns.asset[row] === region.asset) rows.push(rowsAt(columns, row).first);
  }
  for (const [wallet, role] of region.roles) {
    if (role !== 'OPEN') continue;
    collect('in', wallet);
    collect('out', wallet);
  }
  const sorted = Int32Array.from(rows).sort();
  return sorted.filter((row, at) => row !== sorted[at - 1]);
}
