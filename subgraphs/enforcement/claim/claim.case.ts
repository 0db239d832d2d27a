import type { CaseFolder } from '../../../shared/case/caseFolder';
import { type CaseFile, readYamlFile } from '../../../shared/case/readYaml';
import { z } from 'zod';
import { approximateTimeEntry } from '../approximateTime/approximateTime.case';
import { type CaseProblems, findDuplicates } from '../caseFile/caseProblems';
import { shortId, words } from '../caseFile/caseTerms';
import { modalities } from '../vocabulary/modalities';
import type { ClaimRecord } from './claim.record';
import { lossEstimateEntry, valueLinkEntry } from './claimEntry';
import { topicKeyOf } from './topicKey.rules';

/** `claims.yaml`: the texts that claims rest on, and what each says. */
const claimsForm = z
  .strictObject({
    texts: z.array(
      z.strictObject({
        id: shortId,
        source: words,
        /** True where anybody can read it; a text that is not marked is not published. */
        published: z.boolean().default(false),
        /** True where it is the authority's own words, and not a report of them. */
        primary: z.boolean().default(false),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 hex digits'),
      }),
    ),
    claims: z.array(
      z.strictObject({
        id: shortId,
        text: shortId,
        offset: z.int().min(0),
        length: z.int().min(1),
        statement: words,
        modality: z.enum(modalities),
        subject: words,
        predicate: words,
        object: words.nullable().default(null),
        value: words.nullable().default(null),
        unit: words.nullable().default(null),
        time: approximateTimeEntry.nullable().default(null),
        note: words.nullable().default(null),
        valueLink: valueLinkEntry.nullable().default(null),
        lossEstimates: z.array(lossEstimateEntry).default([]),
        /** Actors by their id, incidents and accounts of this case by theirs. */
        about: z.array(words).default([]),
      }),
    ),
  })
  .default({ texts: [], claims: [] });

export interface CaseClaims {
  readonly claims: readonly ClaimRecord[];
  /** As the file names them, also those that are wrong. */
  readonly claimIds: ReadonlySet<string>;
}

/**
 * The subjects that a claim may have, beside actors: the ids of the case's accounts and incidents as they are
 * stored.
 */
export interface Subjects {
  readonly accountIds: ReadonlySet<string>;
  readonly incidentIds: ReadonlySet<string>;
}

/** Reads what texts say. */
export function readClaims(edition: CaseFolder, subjects: Subjects, problems: CaseProblems): CaseClaims {
  const file = readYamlFile(edition.folder, 'claims.yaml', claimsForm);
  findDuplicates(file.data.texts, (i) => file.at('texts', i), problems);
  findDuplicates(file.data.claims, (i) => file.at('claims', i), problems);
  return {
    claims: claimRecords(edition, file, subjects, problems),
    claimIds: new Set(file.data.claims.map(({ id }) => id)),
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

/**
 * Reads a subject. Actors are another subgraph's: an id of their form is taken as it is. An id of this case
 * must exist.
 */
function subjectId(
  given: string,
  { name }: CaseFolder,
  { accountIds, incidentIds }: Subjects,
): string | null {
  if (accountIds.has(given)) return given;
  if (incidentIds.has(`${name}:${given}`)) return `${name}:${given}`;
  return /^[a-z0-9-]+:\S+$/.test(given) ? given : null;
}
