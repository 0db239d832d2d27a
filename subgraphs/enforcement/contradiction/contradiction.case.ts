import type { CaseFolder } from '../../../shared/case/caseFolder';
import { readYamlFile } from '../../../shared/case/readYaml';
import { z } from 'zod';
import { type CaseProblems, findDuplicates } from '../caseFile/caseProblems';
import { shortId, words } from '../caseFile/caseTerms';
import type { ContradictionRecord } from './contradiction.record';

/** `contradictions.yaml` */
const contradictionsForm = z
  .array(
    z.strictObject({
      id: shortId,
      topic: words,
      claims: z.array(shortId).min(2, 'it takes two claims to contradict each other'),
      primary: words.nullable().default(null),
      /** The claims that the primary source supports. */
      supports: z.array(shortId).default([]),
      others: words.nullable().default(null),
      explanation: words.nullable().default(null),
    }),
  )
  .default([]);

/** Reads which claims of a case cannot all hold. */
export function readContradictions(
  edition: CaseFolder,
  claimIds: ReadonlySet<string>,
  problems: CaseProblems,
): ContradictionRecord[] {
  const stored = (id: string) => `${edition.name}:${id}`;
  const file = readYamlFile(edition.folder, 'contradictions.yaml', contradictionsForm);
  findDuplicates(file.data, (i) => file.at(i), problems);
  return file.data.map(({ id, claims: opposed, supports, ...rest }, i) => {
    opposed.forEach((claim, at) => {
      if (!claimIds.has(claim)) problems.add(file.at(i, 'claims', at), `${claim} is not in claims.yaml`);
    });
    supports.forEach((claim, at) => {
      if (!opposed.includes(claim))
        problems.add(file.at(i, 'supports', at), `${claim} is not one of its claims`);
    });
    return {
      ...rest,
      _id: stored(id),
      claimIds: opposed.map(stored),
      supportedIds: supports.map(stored),
    };
  });
}
