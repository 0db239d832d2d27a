import { nameWords } from '../../../subgraphs/sanctions/screening/engine/nameTokens';
import { scoreNames, styleOf, weigh } from '../../../subgraphs/sanctions/screening/engine/scoreNames';
import { csvRows } from './caseFiles';

export interface ScoredPair {
  /** The row of the file, the header being 1. */
  readonly row: number;
  readonly isMatch: boolean;
  readonly score: number;
}

/** Scores each labelled pair only by the two names, as the index does for a candidate. */
export function scorePairs(file: string): ScoredPair[] {
  return csvRows(file).map((row, i) => ({
    row: i + 2,
    isMatch: row['is_match'] === 'true',
    score: pairScore(row['name1'] ?? '', row['name2'] ?? '', row['schema'] ?? ''),
  }));
}

function pairScore(name1: string, name2: string, schema: string): number {
  const style = styleOf(schema.toUpperCase());
  return scoreNames(weigh(nameWords(name1), style), weigh(nameWords(name2), style), style).score;
}

export interface PairFigures {
  readonly pairs: number;
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** The best recall at any threshold that keeps precision at 0.90 or more. */
  readonly recallAtPrecision90: number;
}

/** Precision, recall and F1 at the threshold, and recall where precision is still 0.90. */
export function pairFigures(pairs: readonly ScoredPair[], threshold: number): PairFigures {
  const at = (limit: number) => {
    const alerts = pairs.filter(({ score }) => score >= limit);
    const hits = alerts.filter(({ isMatch }) => isMatch).length;
    const matches = pairs.filter(({ isMatch }) => isMatch).length;
    const [precision, recall] = [alerts.length ? hits / alerts.length : 1, matches ? hits / matches : 1];
    return {
      precision,
      recall,
      f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
    };
  };
  const reached = pairs.map(({ score }) => at(score)).filter(({ precision }) => precision >= 0.9);
  return {
    pairs: pairs.length,
    threshold,
    ...at(threshold),
    recallAtPrecision90: Math.max(0, ...reached.map(({ recall }) => recall)),
  };
}
