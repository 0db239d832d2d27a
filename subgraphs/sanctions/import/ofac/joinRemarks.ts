import type { Tally } from '../tally';
import { remarksOf } from './entryRow';
import type { OfacRow } from './readRows';
import { splitRemarks } from './remarks.rules';

/** Remarks in sdn.csv stop here, in the middle of a word if need be; the comments file goes on without a separator. */
export const remarksLimit = 1_000;

/**
 * Returns the segments of each entry's remarks, joined with their continuation before any is read. Remarks
 * that stop at the limit and have no continuation lose their last segment to quarantine: it may be half an
 * address. A continuation without cut remarks, or without an entry, is quarantined too.
 */
export function joinRemarks(
  entries: readonly OfacRow[],
  comments: readonly OfacRow[],
  tally: Tally,
): ReadonlyMap<string, readonly string[]> {
  const continuations = new Map<string, string>();
  const remarks = new Map(entries.map((row) => [row.entry, remarksOf(row) ?? '']));
  for (const comment of comments) {
    const start = remarks.get(comment.entry);
    const problem = start === undefined ? null : continuationProblem(comment, start);
    if (start === undefined) tally.orphan('COMMENT', comment, comment.entry);
    else if (problem !== null) tally.quarantine('COMMENT', comment, problem);
    else {
      tally.fact('COMMENT');
      continuations.set(comment.entry, (continuations.get(comment.entry) ?? '') + (comment.fields[1] ?? ''));
    }
  }
  return new Map(
    entries.map((row) => {
      const start = remarks.get(row.entry) ?? '';
      const rest = continuations.get(row.entry);
      const segments = splitRemarks(start + (rest ?? ''));
      if (rest !== undefined || start.length < remarksLimit) return [row.entry, segments];
      const cut = segments.at(-1) ?? '';
      tally.quarantine(
        'REMARK',
        { ...row, text: cut },
        `the remarks of entry ${row.entry} stop at ${remarksLimit} characters, and no comments file goes on`,
      );
      return [row.entry, segments.slice(0, -1)];
    }),
  );
}

function continuationProblem({ entry, fields }: OfacRow, remarks: string): string | null {
  if (remarks.length < remarksLimit)
    return `the remarks of entry ${entry} are whole: they stop before ${remarksLimit} characters`;
  return fields[1] ? null : 'it says nothing';
}
