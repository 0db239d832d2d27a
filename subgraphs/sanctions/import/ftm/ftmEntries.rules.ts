import type { RelationshipKind } from '../../relationship/relationshipKinds';
import type { ListEntry, ListLink } from '../../list/listEntry';
import { listWallet } from '../../list/listWallet';
import { scriptOf } from '../../list/scriptOf';
import type { FtmEntity } from './ftmEntity';
import { ftmBirths, ftmIdentifiers } from './ftmParticulars.rules';

const parties: Readonly<Record<string, ListEntry['kind']>> = {
  Person: 'PERSON',
  LegalEntity: 'ORGANISATION',
  Organization: 'ORGANISATION',
  Company: 'ORGANISATION',
  PublicBody: 'ORGANISATION',
  Vessel: 'VESSEL',
  Airplane: 'AIRCRAFT',
};

/** How relations read: from the first property's entity to the second's. */
const relations: Readonly<
  Record<string, readonly [from: string, to: string, kind: RelationshipKind | null]>
> = {
  Ownership: ['asset', 'owner', 'OWNED_OR_CONTROLLED_BY'],
  Directorship: ['director', 'organization', 'LEADER_OF'],
  Membership: ['member', 'organization', 'AFFILIATED_WITH'],
  Employment: ['employee', 'employer', 'AFFILIATED_WITH'],
  Associate: ['person', 'associate', 'AFFILIATED_WITH'],
  Family: ['person', 'relative', 'FAMILY_OF'],
  Representation: ['agent', 'client', 'ACTING_FOR'],
  UnknownLink: ['subject', 'object', null],
};

/** Entities that say something of others. */
const attached: Readonly<Record<string, string>> = {
  Sanction: 'entity',
  Identification: 'holder',
  Passport: 'holder',
  CryptoWallet: 'holder',
};

/** Entities that others refer to, and that say nothing of a party by themselves. */
const referred = new Set(['Address', 'Security', 'Position', 'Occupancy']);

export const isKnownSchema = (schema: string): boolean =>
  schema in parties || schema in relations || schema in attached || referred.has(schema);

/**
 * The entries: parties with a Sanction, or of the topic `sanction`. Others are there only for their relations, and are
 * no designation.
 */
export function entriesOf(entities: readonly FtmEntity[]): ListEntry[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const about = new Map<string, FtmEntity[]>();
  const note = (id: string, entity: FtmEntity) => about.set(id, [...(about.get(id) ?? []), entity]);
  for (const entity of entities) {
    const property = attached[entity.schema] ?? relations[entity.schema]?.[0];
    if (property) for (const id of entity.properties[property] ?? []) note(id, entity);
  }
  const isListed = (entity: FtmEntity) =>
    entity.schema in parties &&
    ((entity.properties['topics'] ?? []).includes('sanction') ||
      (about.get(entity.id) ?? []).some(({ schema }) => schema === 'Sanction'));
  const listed = entities.filter(isListed);
  const numbers = new Set(listed.map(({ id }) => id));
  return listed.map((entity) => entryOf(entity, about.get(entity.id) ?? [], { byId, numbers }));
}

interface Around {
  readonly byId: ReadonlyMap<string, FtmEntity>;
  readonly numbers: ReadonlySet<string>;
}

const listName = 'opensanctions';

function entryOf(entity: FtmEntity, about: readonly FtmEntity[], around: Around): ListEntry {
  const all = (name: string) => entity.properties[name] ?? [];
  const of = (schema: string) => about.filter((other) => other.schema === schema);
  const sanctions = of('Sanction').map(({ properties }) => properties);
  const days = sanctions.flatMap((one) => [...(one['listingDate'] ?? []), ...(one['startDate'] ?? [])]);
  const name = entity.caption;
  const alias = (strength: 'STRONG' | 'WEAK', kind: 'AKA' | 'FKA') => (text: string) => ({
    name: text,
    strength,
    kind,
    script: scriptOf(text),
  });
  return {
    list: listName,
    entry: entity.id,
    actorId: `opensanctions:${entity.id}`,
    kind: parties[entity.schema] ?? 'ORGANISATION',
    name,
    aliases: [
      ...[...all('name'), ...all('alias')].filter((text) => text !== name).map(alias('STRONG', 'AKA')),
      ...all('previousName').map(alias('STRONG', 'FKA')),
      ...all('weakAlias').map(alias('WEAK', 'AKA')),
    ],
    programmes: [...new Set(sanctions.flatMap((one) => [...(one['programId'] ?? one['program'] ?? [])]))],
    listedOn: days.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)).sort()[0] ?? null,
    title: [...all('title'), ...all('position')].join('; ') || null,
    births: ftmBirths(all('birthDate')),
    birthPlaces: [...all('birthPlace')],
    nationalities: [...new Set([...all('nationality'), ...all('citizenship')])],
    genders: [...all('gender')],
    identifiers: ftmIdentifiers(entity, [...of('Identification'), ...of('Passport')]),
    addresses: addressesOf(entity, around),
    wallets: of('CryptoWallet').flatMap(({ properties }) =>
      (properties['publicKey'] ?? []).map((key) =>
        listWallet(listName, properties['currency']?.[0] ?? '', key),
      ),
    ),
    links: about.flatMap((relation) => linksOf(relation, around)),
    remarks: [...all('notes'), ...all('summary')],
  };
}

function linksOf({ schema, properties }: FtmEntity, { byId, numbers }: Around): ListLink[] {
  const relation = relations[schema];
  if (!relation) return [];
  return (properties[relation[1]] ?? []).map((id) => ({
    text: byId.get(id)?.caption ?? id,
    toEntry: numbers.has(id) ? id : null,
    kind: relation[2],
  }));
}

function addressesOf({ properties }: FtmEntity, { byId }: Around) {
  const referredTo = (properties['addressEntity'] ?? []).flatMap((id) => byId.get(id) ?? []);
  const full = referredTo.map((address) => ({
    text: address.properties['full']?.[0] ?? address.caption,
    city: address.properties['city']?.[0] ?? null,
    country: address.properties['country']?.[0] ?? null,
  }));
  const plain = (properties['address'] ?? []).map((text) => ({ text, city: null, country: null }));
  const countries = (properties['country'] ?? []).map((text) => ({ text, city: null, country: text }));
  return [...full, ...plain, ...(full.length + plain.length === 0 ? countries : [])];
}
