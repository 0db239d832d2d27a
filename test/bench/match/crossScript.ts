import { readFileSync } from 'node:fs';
import { nameWords } from '../../../subgraphs/sanctions/screening/engine/nameTokens';
import { scoreNames, weigh } from '../../../subgraphs/sanctions/screening/engine/scoreNames';

export interface CrossScriptPair {
  /** The line of the file. */
  readonly row: number;
  readonly score: number;
}

/** `query, expected, least score, description` a line, and comments; every pair is a match. */
export function crossScriptPairs(file: string): CrossScriptPair[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line, i) => ({ cells: line.split(','), row: i + 1 }))
    .filter(({ cells }) => cells.length >= 3 && !cells[0]!.startsWith('#'))
    .map(({ cells: [query = '', expected = ''], row }) => ({
      row,
      score: scoreNames(weigh(nameWords(query), 'PERSON'), weigh(nameWords(expected), 'PERSON'), 'PERSON')
        .score,
    }));
}
