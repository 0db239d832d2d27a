import type { EntryDesignation, ListEntry } from '../../list/listEntry';
import { listWallet } from '../../list/listWallet';
import { ftmDays } from './ftmDays.rules';
import { ftmDesignations, hasSanctionTopic } from './ftmDesignations.rules';
import { type FtmEntity, valuesOf } from './ftmEntity';
import { ftmLinks, ftmNeighbours } from './ftmLinks.rules';
import { ftmAliases, ftmName } from './ftmNames.rules';
import { ftmAddresses, ftmBirths, ftmIdentifiers, ftmRemarks } from './ftmParticulars.rules';
import { attached, parties, relations } from './ftmSchemata';

/** A part that could not be read or joined, with the entity that it is about. */
interface FtmProblem {
  readonly entity: FtmEntity;
  readonly reason: string;
  /** It says something of an entity that is not in the file. */
  readonly isOrphan: boolean;
}

/** The result of reading the entities of a file. */
export interface FtmEntries {
  readonly entries: readonly ListEntry[];
  readonly problems: readonly FtmProblem[];
}

export interface FtmReading {
  readonly list: string;
  /** The day of the import, YYYY-MM-DD. */
  readonly today: string;
}

/** Tells if an entity can be designated: all but those that only describe others. A wallet is a thing too. */
const canBeDesignated = ({ schema }: FtmEntity): boolean =>
  schema === 'CryptoWallet' || !(schema in attached || schema in relations);

/**
 * Returns the entries: every entity with a Sanction, or of the topic `sanction`, of any schema. The parties
 * that relations join to one of them, over any number of hops, are entries that designate nobody: stakes lead
 * through them.
 */
export function entriesOf(entities: readonly FtmEntity[], reading: FtmReading): FtmEntries {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const about = entitiesAbout(entities);
  const aboutOf = (id: string) => about.get(id) ?? [];
  const sanctionsOf = (id: string) => aboutOf(id).filter(({ schema }) => schema === 'Sanction');
  const designated = entities.filter(
    (entity) => canBeDesignated(entity) && (hasSanctionTopic(entity) || sanctionsOf(entity.id).length > 0),
  );
  const kept = new Set(designated.map(({ id }) => id));
  addRelated(kept, ftmNeighbours(entities), byId);
  const problems: FtmProblem[] = danglingReferences(entities, byId, kept);
  const entries = entities
    .filter(({ id }) => kept.has(id))
    .map((entity) => {
      const sanctions = sanctionsOf(entity.id);
      const read = ftmDesignations(entity, sanctions, reading.today);
      problems.push(...read.problems.map((reason) => ({ entity, reason, isOrphan: false })));
      const entry = entryOf(entity, aboutOf(entity.id), sanctions, { byId, kept, reading });
      return read.designations === undefined
        ? entry
        : {
            ...entry,
            programmes: [...new Set(read.designations.flatMap(({ programmes }) => programmes))].sort(),
            listedOn: firstDay(read.designations),
            designations: read.designations,
          };
    });
  return { entries, problems };
}

/** The first day of all designations; null where one of them has a month or a year only. */
const firstDay = (designations: readonly EntryDesignation[]): string | null =>
  designations.some(({ fromLatest }) => fromLatest !== undefined)
    ? null
    : (designations.flatMap(({ from }) => from ?? []).sort()[0] ?? null);

/** By id: what says something of an entity, and the relations that start at it. */
function entitiesAbout(entities: readonly FtmEntity[]): ReadonlyMap<string, readonly FtmEntity[]> {
  const about = new Map<string, FtmEntity[]>();
  for (const entity of entities) {
    const property = attached[entity.schema] ?? relations[entity.schema]?.from;
    if (property === undefined) continue;
    for (const id of valuesOf(entity, property)) {
      const known = about.get(id);
      if (known) known.push(entity);
      else about.set(id, [entity]);
    }
  }
  return about;
}

function addRelated(
  kept: Set<string>,
  neighbours: ReadonlyMap<string, readonly string[]>,
  byId: ReadonlyMap<string, FtmEntity>,
): void {
  for (let level = [...kept]; level.length > 0;) {
    const next = new Set(level.flatMap((id) => neighbours.get(id) ?? []));
    level = [...next].filter((id) => !kept.has(id) && (byId.get(id)?.schema ?? '') in parties);
    for (const id of level) kept.add(id);
  }
}

/** Finds references to an entity that the file lacks, which would otherwise be lost in silence. */
function danglingReferences(
  entities: readonly FtmEntity[],
  byId: ReadonlyMap<string, FtmEntity>,
  kept: ReadonlySet<string>,
): FtmProblem[] {
  return entities.flatMap((entity) => {
    const property = attached[entity.schema] ?? relations[entity.schema]?.from;
    if (property === undefined || kept.has(entity.id)) return [];
    const named = valuesOf(entity, property);
    if (named.length === 0) return [{ entity, reason: `it names no ${property}`, isOrphan: true }];
    return named
      .filter((id) => !byId.has(id))
      .map((id) => ({ entity, reason: `its ${property} ${id} is not in the file`, isOrphan: true }));
  });
}

interface Around {
  readonly byId: ReadonlyMap<string, FtmEntity>;
  readonly kept: ReadonlySet<string>;
  readonly reading: FtmReading;
}

function entryOf(
  entity: FtmEntity,
  about: readonly FtmEntity[],
  sanctions: readonly FtmEntity[],
  around: Around,
): ListEntry {
  const all = (...names: readonly string[]) => [...new Set(names.flatMap((name) => valuesOf(entity, name)))];
  const of = (...schemata: readonly string[]) => about.filter(({ schema }) => schemata.includes(schema));
  const name = ftmName(entity);
  const updatedOn = all('modifiedAt').flatMap((text) => {
    const day = ftmDays(text);
    return day && day.from === day.to ? day.from : [];
  });
  return {
    list: around.reading.list,
    entry: entity.id,
    actorId: `opensanctions:${entity.id}`,
    kind: parties[entity.schema] ?? 'UNKNOWN',
    name,
    aliases: ftmAliases(entity, name),
    programmes: all('programId', 'program'),
    listedOn: null,
    title: all('title', 'position').join('; ') || null,
    births: ftmBirths(all('birthDate')),
    birthPlaces: all('birthPlace', 'birthCountry'),
    nationalities: all('nationality', 'citizenship', 'flag'),
    genders: all('gender'),
    identifiers: ftmIdentifiers(entity, of('Identification', 'Passport')),
    addresses: ftmAddresses(entity, around.byId),
    wallets: [entity, ...of('CryptoWallet')].flatMap((wallet) => walletsOf(wallet, around.reading.list)),
    links: ftmLinks(entity, about, around),
    remarks: ftmRemarks(entity, sanctions),
    ...(updatedOn.length > 0 ? { updatedOn } : {}),
  };
}

const walletsOf = (wallet: FtmEntity, list: string) =>
  valuesOf(wallet, 'publicKey').map((key) =>
    listWallet(list, [...valuesOf(wallet, 'currency'), ...valuesOf(wallet, 'currencySymbol')][0] ?? '', key),
  );
