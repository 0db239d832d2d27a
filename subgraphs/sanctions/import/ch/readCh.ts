import { basename } from 'node:path';
import { ImportError } from '../../importLease/importError';
import type { ListBirth, ListIdentifier, ListLink } from '../../list/listEntry';
import type { ListReading } from '../../list/listReading';
import type { ActorKind } from '../../vocabulary/actorKinds';
import { collectEntries, onlyFile, type ReadEntry, type UnreadEntry } from '../collectEntries';
import { aliasesOf } from '../parts/aliasesOf.rules';
import { birthOfParts } from '../parts/birthOfParts.rules';
import { dayOfText } from '../parts/dayOf.rules';
import { distinct, distinctBy } from '../parts/distinct';
import { labelledIdentifier } from '../parts/labelledIdentifiers.rules';
import { walletsInTexts } from '../parts/walletsInTexts.rules';
import { unchanged } from '../readText';
import { attributeOf, elementsAt, elementText, oneLine, textsAt } from '../xml/elementText';
import { childrenOf, streamXml, textOf, type XmlElement } from '../xml/streamXml';
import { listingOf } from './modifications.rules';
import { chNames, chTitles } from './names.rules';
import { type ChReference, chRoot, placeOf, readReference } from './reference';

const list = 'ch-seco';

/** Reads the Swiss consolidated list of SECO, in its XML form. The file is read twice. Throws ImportError. */
export async function readCh(files: readonly string[]): Promise<ListReading[]> {
  const file = onlyFile(files, 'the Swiss list is one file, the XML of the whole list');
  const reference = await readReference(file);
  if (reference.listType !== 'whole-list')
    throw new ImportError(
      `${basename(file)} is a part of the list (${reference.listType ?? 'list-type is missing'}), not all of it: ${unchanged}`,
    );
  const collected = collectEntries(list, file);
  const form = { root: chRoot, take: new Set(['target']) };
  await streamXml(file, form, (element) => {
    if (element.name === 'target')
      collected.add(readTarget(element, reference), { line: element.line, text: elementText(element) });
  });
  return [collected.reading(dayOfText(reference.date))];
}

function readTarget(target: XmlElement, reference: ChReference): ReadEntry | UnreadEntry {
  const entry = attributeOf(target, 'ssid');
  if (entry === null) return { problem: 'it has no SSID' };
  const party = target.children.find(({ name }) => ['individual', 'entity', 'object'].includes(name));
  if (!party) return { problem: `${entry} is no individual, entity or object` };
  const identities = childrenOf(party, 'identity').sort((a, b) => Number(isMain(b)) - Number(isMain(a)));
  const rows = identities.flatMap(chNames);
  const names = rows.flatMap((row) => row ?? []);
  const main =
    names.find((name) => name.isMain && !name.isWeak) ?? names.find((name) => name.isMain) ?? names[0];
  if (!main) return { problem: `${entry} has no name` };
  const mainRow = rows.findIndex((row) => row?.includes(main));
  const programmes = distinct(setsOf(target).flatMap((set) => reference.sets.get(set)?.programme || []));
  const { remarks: listing, ...listed } = listingOf(target, programmes);
  const addresses = identities
    .flatMap((one) => childrenOf(one, 'address'))
    .map((one) => placeOf(one, reference));
  const others = textsAt(party, 'other-information');
  const titles = distinct(identities.flatMap(chTitles));
  const sex = attributeOf(party, 'sex');
  const remarks = [...listing, ...remarksOf(target, party, identities, reference)];
  return {
    aliasRows: rows.flatMap((row, i) => (i === mainRow ? [] : row !== null)),
    addressRows: addresses.map(({ text }) => text !== ''),
    entry: {
      list,
      entry,
      actorId: `ch:${entry}`,
      kind: kindOf(party),
      name: main.name,
      aliases: aliasesOf(main.name, names),
      programmes,
      ...listed,
      title: titles.length > 0 ? titles.join('; ') : null,
      births: distinctBy(identities.flatMap(birthsOf), ({ text }) => text),
      birthPlaces: distinct(
        identities.flatMap((one) =>
          childrenOf(one, 'place-of-birth').flatMap((place) => placeOf(place, reference).text || []),
        ),
      ),
      nationalities: distinct(identities.flatMap((one) => textsAt(one, 'nationality', 'country'))),
      genders: sex === null ? [] : [sex],
      identifiers: [
        ...identities.flatMap(documentsOf),
        ...others.flatMap((text) => labelledIdentifier(text) ?? []),
      ],
      addresses: distinctBy(
        addresses.filter(({ text }) => text !== ''),
        ({ text }) => text,
      ),
      wallets: walletsInTexts(list, [...others, ...remarks]),
      links: childrenOf(party, 'relation').flatMap(linkOf),
      remarks,
    },
  };
}

const setsOf = (target: XmlElement): string[] =>
  textsAt(target, 'sanctions-set-id').concat(attributeOf(target, 'sanctions-set-id') ?? []);

function remarksOf(
  target: XmlElement,
  party: XmlElement,
  identities: readonly XmlElement[],
  reference: ChReference,
): string[] {
  return [
    ...setsOf(target).map((set) => `Measures: ${reference.sets.get(set)?.measures || `set ${set}`}`),
    ...textsAt(target, 'foreign-identifier').map((text) => `foreign-identifier: ${text}`),
    ...textsAt(party, 'justification'),
    ...textsAt(party, 'other-information').filter((text) => labelledIdentifier(text) === null),
    ...identities.flatMap(documentRemarks),
    ...unknownParts(target, party, identities),
  ];
}

const isMain = (identity: XmlElement) => attributeOf(identity, 'main') === 'true';

function kindOf(party: XmlElement): ActorKind {
  if (party.name === 'individual') return 'PERSON';
  if (party.name === 'entity') return 'ORGANISATION';
  return attributeOf(party, 'object-type') === 'vessel' ? 'VESSEL' : 'UNKNOWN';
}

const birthsOf = (identity: XmlElement): ListBirth[] =>
  childrenOf(identity, 'day-month-year').flatMap((element) => {
    const [year, month, day] = ['year', 'month', 'day'].map((part) => attributeOf(element, part));
    const calendar = attributeOf(element, 'calendar');
    const text = [day, month, year].flatMap((part) => part ?? []).join('.');
    if (text === '') return [];
    if (calendar !== null && !/^gregorian$/i.test(calendar))
      return { text: `${text} (${calendar} calendar)`, from: null, to: null, circa: false };
    return birthOfParts({ text, year: year ?? null, month: month ?? null, day: day ?? null });
  });

function documentsOf(identity: XmlElement): ListIdentifier[] {
  return childrenOf(identity, 'identification-document').flatMap((element) => {
    const value = oneLine(textOf(element, 'number') ?? '');
    const kind = attributeOf(element, 'document-type') ?? 'identification-document';
    const country = oneLine(textOf(element, 'issuer') ?? '') || null;
    return value === '' ? [] : [{ kind, value, country, text: `${kind}, ${elementText(element)}` }];
  });
}

const documentRemarks = (identity: XmlElement) =>
  childrenOf(identity, 'identification-document')
    .filter((element) => !textOf(element, 'number'))
    .map((element) => `Document: ${elementText(element)}`);

/** The list says that two targets are related, and in an attribute how. */
function linkOf(relation: XmlElement): ListLink[] {
  const toEntry = attributeOf(relation, 'target-id');
  const type = attributeOf(relation, 'relation-type') ?? 'related-to';
  return toEntry === null ? [] : [{ text: `${type} ${toEntry}`, toEntry, kind: 'LINKED_TO' }];
}

const known = {
  target: new Set([
    'sanctions-set-id',
    'foreign-identifier',
    'individual',
    'entity',
    'object',
    'modification',
  ]),
  party: new Set(['identity', 'justification', 'other-information', 'relation']),
  identity: new Set([
    'name',
    'day-month-year',
    'address',
    'nationality',
    'place-of-birth',
    'identification-document',
  ]),
};

/** Parts that no rule reads, with their names. The texts of changes repeat the target as it was. */
function unknownParts(target: XmlElement, party: XmlElement, identities: readonly XmlElement[]): string[] {
  const unknown = (element: XmlElement, names: ReadonlySet<string>) =>
    element.children.filter(({ name }) => !names.has(name));
  const type = attributeOf(party, 'object-type');
  return [
    ...(type !== null && type !== 'vessel' ? [`object-type: ${type}`] : []),
    ...[
      ...unknown(target, known.target),
      ...unknown(party, known.party),
      ...identities.flatMap((identity) => unknown(identity, known.identity)),
      ...elementsAt(party, 'relation').filter((relation) => relation.children.length > 0),
    ].map((part) => `${part.name}: ${elementText(part)}`),
  ];
}
