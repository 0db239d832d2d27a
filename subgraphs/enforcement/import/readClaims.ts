import type { CaseFolder } from '../../../shared/case/caseFolder';
import { type CaseFile, readYamlFile } from '../../../shared/case/readYaml';
import type { z } from 'zod';
import type { ClaimRecord } from '../claim/claim.record';
import { topicKeyOf } from '../claim/topicKey.rules';
import type { ContradictionRecord } from '../contradiction/contradiction.record';
import { type CaseProblems, findDoubles } from './caseProblems';
import { claimsForm, contradictionsForm } from './claimForms';

export interface CaseClaims {
  readonly claims: readonly ClaimRecord[];
  readonly contradictions: readonly ContradictionRecord[];
}

/** What a claim may be about, beside actors: the ids of the case's accounts and incidents as they are stored. */
export interface Subjects {
  readonly accountIds: ReadonlySet<string>;
  readonly incidentIds: ReadonlySet<string>;
}

/** Reads what texts say, and which of it cannot all hold. */
export function readClaims(edition: CaseFolder, subjects: Subjects, problems: CaseProblems): CaseClaims {
  const file = readYamlFile(edition.folder, 'claims.yaml', claimsForm);
  findDoubles(file.data.texts, (i) => file.at('texts', i), problems);
  findDoubles(file.data.claims, (i) => file.at('claims', i), problems);
  return {
    claims: claimRecords(edition, file, subjects, problems),
    contradictions: readContradictions(edition, new Set(file.data.claims.map(({ id }) => id)), problems),
  };
}

function claimRecords(
  edition: CaseFolder,
  file: CaseFile<z.output<typeof claimsForm>>,
  subjects: Subjects,
  problems: CaseProblems,
): ClaimRecord[] {
  const texts = new Map(file.data.texts.map((text) => [text.id, text]));
  const known = new Set(file.data.claims.map(({ id }) => id));
  const idOf = (id: string) => `${edition.name}:${id}`;
  return file.data.claims.flatMap(({ id, text: textId, offset, length, about, valueLink, ...rest }, i) => {
    const text = texts.get(textId);
    if (!text) {
      problems.add(file.at('claims', i, 'text'), `${textId} is not one of the texts`);
      return [];
    }
    const found = about.map((subject) => subjectId(subject, edition, subjects));
    found.forEach((subject, at) => {
      const place = file.at('claims', i, 'about', at);
      if (subject === null)
        problems.add(place, `${about[at]} is no actor id, incident or account of this case`);
    });
    valueLink?.claims.forEach((linked, at) => {
      if (!known.has(linked) || linked === id)
        problems.add(
          file.at('claims', i, 'valueLink', 'claims', at),
          `${linked} is no other claim of this file`,
        );
    });
    return {
      ...rest,
      _id: idOf(id),
      topicKey: topicKeyOf(rest),
      valueLink: valueLink && {
        kind: valueLink.kind,
        claimIds: valueLink.claims.map(idOf),
        percent: valueLink.percent,
      },
      primary: text.primary,
      coveredBy: null,
      place: { textSha256: text.sha256, offset, length },
      published: text.published,
      about: found.filter((subject) => subject !== null),
      source: edition.source(text.source),
    };
  });
}

/** Actors are another subgraph's: an id of their form is taken as it is. What is of this case must be there. */
function subjectId(
  given: string,
  { name }: CaseFolder,
  { accountIds, incidentIds }: Subjects,
): string | null {
  if (accountIds.has(given)) return given;
  if (incidentIds.has(`${name}:${given}`)) return `${name}:${given}`;
  return /^[a-z0-9-]+:\S+$/.test(given) ? given : null;
}

function readContradictions(
  edition: CaseFolder,
  known: ReadonlySet<string>,
  problems: CaseProblems,
): ContradictionRecord[] {
  const file = readYamlFile(edition.folder, 'contradictions.yaml', contradictionsForm);
  findDoubles(file.data, (i) => file.at(i), problems);
  return file.data.map(({ id, claims, supports, ...rest }, i) => {
    claims.forEach((claim, at) => {
      if (!known.has(claim)) problems.add(file.at(i, 'claims', at), `${claim} is not in claims.yaml`);
    });
    supports.forEach((claim, at) => {
      if (!claims.includes(claim))
        problems.add(file.at(i, 'supports', at), `${claim} is not one of its claims`);
    });
    return {
      ...rest,
      _id: `${edition.name}:${id}`,
      claimIds: claims.map((claim) => `${edition.name}:${claim}`),
      supportedIds: supports.map((claim) => `${edition.name}:${claim}`),
    };
  });
}
