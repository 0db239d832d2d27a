import { ofacParity } from '../../../subgraphs/sanctions/screening/engine/ofacParity';
import { csvRows } from './caseFiles';

export interface ParityRow {
  readonly row: number;
  /** The score of Treasury's tool; -1 where it showed nothing. */
  readonly treasury: number;
  readonly ours: number | null;
}

/** The tool shows no score below 50. */
const minShownScore = 50;
const tolerance = 5;

export function parityRows(file: string): ParityRow[] {
  return csvRows(file).map((row, i) => ({
    row: i + 2,
    treasury: Number(row['ofac_score']),
    ours: ofacParity(row['query_name'] ?? '', row['result_name'] ?? ''),
  }));
}

/** Within 5 points; where the tool showed nothing: nothing, or no more than 5 over the least that it shows. */
export function agrees({ treasury, ours }: ParityRow): boolean {
  if (treasury < 0) return ours === null || ours <= minShownScore + tolerance;
  return ours !== null && Math.abs(ours - treasury) <= tolerance;
}

export function parityFigures(rows: readonly ParityRow[]) {
  const share = (among: readonly ParityRow[]) =>
    among.length > 0 ? among.filter(agrees).length / among.length : 1;
  const shown = rows.filter(({ treasury }) => treasury >= 0);
  return { rows: rows.length, within5: share(rows), shown: shown.length, shownWithin5: share(shown) };
}
