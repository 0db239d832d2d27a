import { basename } from 'node:path';
import { countList } from '../../../list/countList';
import type { ListAddress, ListEntry, ListIdentifier, ListLink } from '../../../list/listEntry';
import type { ListReading } from '../../../list/listReading';
import { ImportError } from '../../../importLease/importError';
import { unchanged } from '../../readText';
import { startTally, type Tally } from '../../tally';
import { childOf, childrenOf, streamXml, textOf, type XmlElement } from '../../xml/streamXml';
import { dayOf } from './dates.rules';
import { particularsOf } from './features.rules';
import { namesOf } from './names.rules';
import { documentOf, locationOf } from './places.rules';
import { type ReferenceValues, referenceElements, referenceValues } from './referenceValues';
import { relationKind } from './relationTypes';

/** The parts read so far; parts of the document refer to parts before them. */
interface Draft {
  readonly list: string;
  readonly file: string;
  readonly tally: Tally;
  readonly values: ReferenceValues;
  readonly locations: Map<string, ListAddress>;
  /** Documents by the identity that holds them, until its party comes. */
  readonly documents: Map<string, ListIdentifier[]>;
  readonly entries: Map<string, ListEntry>;
  /** Entry numbers by profile. */
  readonly profiles: Map<string, string>;
  publishedOn: string | null;
}

const handlers: Readonly<Record<string, (element: XmlElement, draft: Draft) => void>> = {
  ...Object.fromEntries(
    referenceElements.map((name) => [name, (element: XmlElement, { values }: Draft) => values.note(element)]),
  ),
  DateOfIssue: (element, draft) => {
    draft.publishedOn = dayOf(element);
  },
  Location: (element, { locations, values }) => {
    locations.set(element.attributes['ID'] ?? '', locationOf(element, values));
  },
  IDRegDocument: (element, { documents, values }) => {
    const identity = element.attributes['IdentityID'] ?? '';
    const document = documentOf(element, values);
    if (document) documents.set(identity, [...(documents.get(identity) ?? []), document]);
  },
  DistinctParty: addParty,
  ProfileRelationship: addRelationship,
  SanctionsEntry: addSanctions,
};

/** Reads one of OFAC's advanced XML documents, piece by piece. Throws ImportError. */
export async function readAdvanced(file: string, list: string): Promise<ListReading> {
  const draft: Draft = {
    list,
    file: basename(file),
    tally: startTally(),
    values: referenceValues(),
    locations: new Map(),
    documents: new Map(),
    entries: new Map(),
    profiles: new Map(),
    publishedOn: null,
  };
  const form = { root: 'Sanctions', take: new Set(Object.keys(handlers)) };
  await streamXml(file, form, (element) => handlers[element.name]?.(element, draft));
  if (draft.entries.size === 0) throw new ImportError(`${draft.file} holds no party: ${unchanged}`);
  const entries = [...draft.entries.values()];
  const total = (count: (entry: ListEntry) => number) =>
    entries.reduce((sum, entry) => sum + count(entry), 0);
  return {
    list,
    file: draft.file,
    publishedOn: draft.publishedOn,
    entries,
    counts: countList(entries, {
      aliases: total(({ aliases }) => aliases.length),
      addresses: total(({ addresses }) => addresses.length),
    }),
    rows: draft.tally.counts(),
    quarantined: draft.tally.quarantined,
    absent: [],
    sourceFiles: [draft.file.toLowerCase()],
    orphans: draft.tally.orphans,
    warnings: draft.tally.warnings,
  };
}

function addParty(party: XmlElement, draft: Draft): void {
  const { entries, documents, profiles, tally, list, file } = draft;
  const entry = party.attributes['FixedRef'] ?? '';
  const profile = childOf(party, 'Profile');
  const identities = profile ? childrenOf(profile, 'Identity') : [];
  const names = identities.map((identity) => namesOf(identity, draft.values));
  const name = names.find((one) => one.name !== null)?.name ?? null;
  const place = { file, line: party.line, text: `DistinctParty ${entry} ${name ?? ''}` };
  if (!profile || name === null || !/^\d+$/.test(entry)) {
    tally.quarantine('ENTRY', place, 'it has no number, no profile or no primary name');
    return;
  }
  if (entries.has(entry)) {
    tally.quarantine('ENTRY', place, `entry ${entry} is there already`);
    return;
  }
  const held = identities.flatMap(({ attributes }) => documents.get(attributes['ID'] ?? '') ?? []);
  for (const { attributes } of identities) documents.delete(attributes['ID'] ?? '');
  const particulars = particularsOf(profile, list, draft.values, draft.locations);
  profiles.set(profile.attributes['ID'] ?? entry, entry);
  tally.fact('ENTRY');
  entries.set(entry, {
    list,
    entry,
    actorId: `ofac:${entry}`,
    kind: kindOf(entry, profile, draft, party.line),
    name,
    aliases: names.flatMap(({ aliases }) => aliases),
    programmes: [],
    listedOn: null,
    ...particulars,
    identifiers: [...held, ...particulars.identifiers],
    links: [],
  });
}

const kinds: Readonly<Record<string, ListEntry['kind']>> = {
  Individual: 'PERSON',
  Entity: 'ORGANISATION',
  Vessel: 'VESSEL',
  Aircraft: 'AIRCRAFT',
};

/** A party of a type that is not known stays listed and screened. */
function kindOf(entry: string, { attributes }: XmlElement, draft: Draft, line: number): ListEntry['kind'] {
  const id = attributes['PartySubTypeID'];
  const type = draft.values.of('PartySubType', id) ?? id ?? '';
  const kind = kinds[type];
  if (kind) return kind;
  const text = `${JSON.stringify(type)} is not a known type of party: entry ${entry} is listed and screened as of unknown kind`;
  draft.tally.warn({ file: draft.file, line }, text);
  return 'UNKNOWN';
}

function addRelationship(relation: XmlElement, { entries, profiles, values, tally, file }: Draft): void {
  const words = values.of('RelationType', relation.attributes['RelationTypeID']);
  const { kind, reversed = false } = relationKind(words);
  const ends = ['From-ProfileID', 'To-ProfileID'].map((end) => {
    const profile = relation.attributes[end] ?? '';
    return profiles.get(profile) ?? profile;
  });
  const [from = '', to = ''] = reversed ? ends.reverse() : ends;
  const [subject, object] = [entries.get(from), entries.get(to)];
  if (!subject) {
    const text = `ProfileRelationship ${relation.attributes['ID']}: ${from} ${words ?? '?'} ${to}`;
    tally.orphan('RELATIONSHIP', { file, line: relation.line, text }, from);
    return;
  }
  const link: ListLink = { text: object?.name ?? to, toEntry: to, kind };
  entries.set(from, { ...subject, links: [...subject.links, link] });
  tally.fact('RELATIONSHIP');
}

/** The programme is the comment of a measure of the type "Program". */
const programmeMeasure = '1';

function addSanctions(element: XmlElement, { entries, profiles, tally, file }: Draft): void {
  const profile = element.attributes['ProfileID'] ?? '';
  const number = profiles.get(profile) ?? profile;
  const entry = entries.get(number);
  if (!entry) {
    const place = { file, line: element.line, text: `SanctionsEntry ${element.attributes['ID']}` };
    tally.orphan('ENTRY', place, number);
    return;
  }
  const days = childrenOf(element, 'EntryEvent').flatMap((event) => dayOf(childOf(event, 'Date')) ?? []);
  const programmes = childrenOf(element, 'SanctionsMeasure')
    .filter(({ attributes }) => attributes['SanctionsTypeID'] === programmeMeasure)
    .flatMap((measure) => textOf(measure, 'Comment') ?? []);
  entries.set(number, {
    ...entry,
    programmes: [...new Set([...entry.programmes, ...programmes])],
    listedOn: [...days, ...(entry.listedOn === null ? [] : [entry.listedOn])].sort()[0] ?? null,
  });
}
