import { amountOf } from '../graph/amounts';
import type { TransferGraph } from '../graph/transferGraph';
import type { ExposureQuestion } from './exposureQuestion';

/** The places of a subject's rows in the adjacency of its side: from `begin`, without `end`. */
export interface SubjectRows {
  readonly begin: number;
  readonly end: number;
}

/**
 * Returns the rows of the subject by then that an exposure examines: the newest, where there are too many.
 */
export function subjectRowsOf(graph: TransferGraph, question: ExposureQuestion): SubjectRows {
  const { subject, direction, until, maxSubjectRows = Infinity } = question;
  const { starts, rows } = direction === 'IN' ? graph.in : graph.out;
  const first = starts[subject] ?? 0;
  let [low, high] = [first, starts[subject + 1] ?? 0];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((graph.columns.at[rows[middle] ?? 0] ?? 0) <= until) low = middle + 1;
    else high = middle;
  }
  return { begin: Math.max(first, low - maxSubjectRows), end: low };
}

/**
 * Returns the assets, of those that are asked about, of which an exposure does not examine all of the
 * subject's rows. One of them may have no examined row.
 */
export function unseenAssets({ columns, ...graph }: TransferGraph, question: ExposureQuestion): number[] {
  const { starts, rows } = question.direction === 'IN' ? graph.in : graph.out;
  const { begin } = subjectRowsOf({ columns, ...graph }, question);
  const unseen = new Set<number>();
  for (let at = starts[question.subject] ?? 0; at < begin; at++) {
    unseen.add(columns.asset[rows[at] ?? 0] ?? 0);
  }
  return [...unseen].filter((asset) => question.asset === undefined || asset === question.asset);
}

/**
 * Returns all that the subject received, or sent, of an asset by then: also the part that is not examined.
 */
export function subjectTotal(graph: TransferGraph, question: ExposureQuestion, asset: number): bigint {
  const { starts, rows } = question.direction === 'IN' ? graph.in : graph.out;
  const { end } = subjectRowsOf(graph, question);
  let total = 0n;
  for (let at = starts[question.subject] ?? 0; at < end; at++) {
    const row = rows[at] ?? 0;
    if (graph.columns.asset[row] === asset) total += amountOf(graph.columns.amounts, row);
  }
  return total;
}
