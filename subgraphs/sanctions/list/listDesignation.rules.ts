import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { dayBefore } from './day';
import { type Run, stays } from './history.rules';
import type { EntryDesignation, ListEntry } from './listEntry';
import type { ListVersionRecord } from './listVersion.record';

/** The state of a designation, from a version on. */
export interface DesignationPhase {
  /** The day of the version, YYYY-MM-DD. */
  readonly from: string;
  readonly programmes: readonly string[];
  readonly addresses: ListedAddress[];
}

/** An address of an entry, as published and as it is found by. */
export interface ListedAddress {
  readonly published: string;
  readonly walletId: string;
  readonly matchKey: string;
}

/** A designation that list versions show, in the form of a stored one, with its states over time. */
export interface ListDesignation {
  readonly _id: string;
  readonly actorId: string;
  readonly list: string;
  readonly entry: string;
  readonly programmes: string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly seenOn: string | null;
  readonly absentOn: string | null;
  readonly coveredFrom: string | null;
  readonly lastSeenOn: string | null;
  readonly fromLatest: string | null;
  readonly fromText: string | null;
  readonly toEarliest: string | null;
  readonly toText: string | null;
  readonly addresses: ListedAddress[];
  readonly source: SourceFacts;
  /** The designating authority, where the list names it. */
  readonly authority: string | null;
  /** The days on which the list says that it changed the entry. */
  readonly updatedOn: readonly string[];
  readonly phases: readonly DesignationPhase[];
}

type Version = Pick<ListVersionRecord, 'list' | 'version' | 'dateAssumed'>;

/**
 * Returns the designations of one entry. One is for each time in which it was on the list without a gap
 * between versions, and one for each designation that the list dates by itself. `from` is the day that the
 * list itself gives, where it does. `to` is the last day that the list gives, or the day before the first
 * version without it. That is the latest possible end: between the last sight of it and that day, nobody
 * knows.
 */
export function designationsOf(
  versions: readonly Version[],
  runs: readonly Run[],
  entryOf: (run: Run) => ListEntry,
): ListDesignation[] {
  const ids = new Set(runs.flatMap((run) => designationsIn(entryOf(run)).map(({ id }) => id)));
  return [...ids].flatMap((id) => {
    const seenIn = runs.flatMap((run) => {
      const entry = entryOf(run);
      const designation = designationsIn(entry).find((one) => one.id === id);
      return designation ? [{ ...run, entry, designation }] : [];
    });
    return stays(seenIn).flatMap((stay) => designationOfStay(versions, stay) ?? []);
  });
}

interface SeenRun extends Run {
  readonly entry: ListEntry;
  readonly designation: EntryDesignation;
}

/** The designations that an entry holds: the entry itself, where the list does not date them one by one. */
export function designationsIn(entry: ListEntry): readonly EntryDesignation[] {
  return (
    entry.designations ?? [
      { id: '', programmes: entry.programmes, from: entry.listedOn, to: null, authority: null },
    ]
  );
}

function designationOfStay(
  versions: readonly Version[],
  stay: readonly SeenRun[],
): ListDesignation | undefined {
  const [first, last] = [stay[0], stay.at(-1)];
  if (!first || !last) return undefined;
  const { entry, designation } = last;
  const day = (place: number) => versions[place]?.version ?? null;
  const gone = day(last.last + 1);
  const firstSeen = day(first.first);
  const start = stay.map((run) => run.designation).find((one) => one.from !== null);
  const from = start?.from ?? null;
  const ends = [designation.to, gone === null ? null : dayBefore(gone)].filter((end) => end !== null);
  const to = ends.sort()[0] ?? null;
  const toEarliest = designation.toEarliest ?? null;
  const isEndOpen = toEarliest !== null && to !== null && toEarliest < to;
  const id = idOf(entry, designation);
  return {
    _id: first.first === 0 || firstSeen === null ? id : `${id}@${firstSeen}`,
    actorId: entry.actorId,
    list: entry.list,
    entry: entry.entry,
    programmes: [...designation.programmes],
    from,
    to,
    fromLatest: start?.fromLatest ?? null,
    fromText: start?.fromText ?? null,
    toEarliest: isEndOpen ? toEarliest : null,
    toText: isEndOpen ? (designation.toText ?? null) : null,
    seenOn: isAnnounced(entry, from, firstSeen) ? null : firstSeen,
    absentOn: day(first.first - 1),
    coveredFrom: day(0),
    lastSeenOn: gone === null ? null : day(last.last),
    addresses: addressesOf(entry),
    source: listSource(versions[last.last] ?? { list: entry.list, version: firstSeen ?? '' }),
    authority: designation.authority,
    updatedOn: entry.updatedOn ?? [],
    phases: stay.map((run) => ({
      from: day(run.first) ?? '',
      programmes: run.designation.programmes,
      addresses: addressesOf(run.entry),
    })),
  };
}

/** A list that dates each designation may announce one: its own day decides, not the day on which it was read. */
const isAnnounced = ({ designations }: ListEntry, from: string | null, firstSeen: string | null): boolean =>
  designations !== undefined && from !== null && firstSeen !== null && firstSeen < from;

const idOf = ({ list, entry }: ListEntry, { id }: EntryDesignation) =>
  `${list}:${entry}${id === '' ? '' : `/${id}`}`;

const addressesOf = ({ wallets }: ListEntry): ListedAddress[] =>
  wallets.map(({ published, walletId, matchKey }) => ({ published, walletId, matchKey }));

const publishers: Readonly<Record<string, { publisher: string; title: string; url: string | null }>> = {
  'ofac-sdn': {
    publisher: 'Office of Foreign Assets Control',
    title: 'Specially Designated Nationals and Blocked Persons List',
    url: 'https://sanctionslist.ofac.treas.gov/Home/SdnList',
  },
  'ofac-cons': {
    publisher: 'Office of Foreign Assets Control',
    title: 'Consolidated Sanctions List (Non-SDN Lists)',
    url: 'https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList',
  },
  'un-sc': {
    publisher: 'United Nations Security Council',
    title: 'United Nations Security Council Consolidated List',
    url: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
  },
  'eu-fsf': {
    publisher: 'European Commission',
    title: 'EU Consolidated List of Financial Sanctions',
    url: 'https://webgate.ec.europa.eu/fsd/fsf',
  },
  'uk-fcdo': {
    publisher: 'Foreign, Commonwealth & Development Office',
    title: 'UK Sanctions List',
    url: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
  },
  'ca-sema': {
    publisher: 'Global Affairs Canada',
    title: 'Consolidated Canadian Autonomous Sanctions List',
    url: 'https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx?lang=eng',
  },
  'au-dfat': {
    publisher: 'Department of Foreign Affairs and Trade',
    title: 'Australian Sanctions Consolidated List',
    url: 'https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list',
  },
  'ch-seco': {
    publisher: 'State Secretariat for Economic Affairs',
    title: 'Swiss sanctions list of SECO',
    url: 'https://www.sesam.search.admin.ch/sesam-search-web/pages/search.xhtml?lang=en',
  },
};

function otherPublisher(list: string) {
  const dataset = /^opensanctions:(.+)$/.exec(list)?.[1];
  return dataset === undefined
    ? { publisher: null, title: list, url: null }
    : {
        publisher: 'OpenSanctions',
        title: `OpenSanctions, data set ${dataset}`,
        url: `https://www.opensanctions.org/datasets/${dataset}/`,
      };
}

/** The source that a fact of a list version rests on. */
export function listSource({ list, version, dateAssumed = false }: Version): SourceFacts {
  const known = publishers[list] ?? otherPublisher(list);
  return {
    id: `${list}@${version}`,
    title: dateAssumed
      ? `${known.title}, imported on ${version} without a date of publication`
      : `${known.title}, version of ${version}`,
    publisher: known.publisher,
    publishedOn: dateAssumed ? null : version,
    url: known.url,
    quote: null,
  };
}
