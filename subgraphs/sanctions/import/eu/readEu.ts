import type { ActorKind } from '../../vocabulary/actorKinds';
import { collectEntries, onlyFile, type ReadEntry, type UnreadEntry } from '../collectEntries';
import type { ListReading } from '../../list/listReading';
import { aliasesOf } from '../parts/aliasesOf.rules';
import { dayOfInstant, dayOfText } from '../parts/dayOf.rules';
import { distinct, distinctBy } from '../parts/distinct';
import { walletsInTexts } from '../parts/walletsInTexts.rules';
import { attributeOf, elementText, oneLine } from '../xml/elementText';
import { childrenOf, childOf, streamXml, type XmlElement } from '../xml/streamXml';
import { euNames, mainName } from './names.rules';
import {
  euAddresses,
  euBirthPlaces,
  euBirths,
  euCountry,
  euIdentifiers,
  partRemarks,
} from './particulars.rules';

const list = 'eu-fsf';

/** Reads the EU's consolidated list of financial sanctions, in its XML form 1.1. Throws ImportError. */
export async function readEu(files: readonly string[]): Promise<ListReading[]> {
  const file = onlyFile(files, 'the EU list is one file, the XML of the Financial Sanctions Files');
  const collected = collectEntries(list, file);
  let publishedOn: string | null = null;
  const form = { root: 'export', take: new Set(['sanctionEntity']) };
  await streamXml(file, form, (element) => {
    if (element.name === form.root) publishedOn = dayOfInstant(element.attributes['generationDate']);
    else collected.add(readEntity(element), { line: element.line, text: elementText(element) });
  });
  return [collected.reading(publishedOn)];
}

const kinds: Readonly<Record<string, ActorKind>> = { person: 'PERSON', enterprise: 'ORGANISATION' };

function readEntity(element: XmlElement): ReadEntry | UnreadEntry {
  const entry = attributeOf(element, 'euReferenceNumber');
  const rows = euNames(element);
  const names = rows.flatMap((row) => row ?? []);
  const name = mainName(names);
  if (entry === null || /\s/.test(entry)) return { problem: 'it has no EU reference number' };
  if (name === null) return { problem: `${entry} has no name` };
  const subject = attributeOf(childOf(element, 'subjectType'), 'code');
  const addresses = euAddresses(element);
  const own = (part: 'title' | 'function' | 'gender') =>
    distinct(childrenOf(element, 'nameAlias').flatMap((alias) => attributeOf(alias, part) ?? []));
  const titles = [...own('title'), ...own('function')];
  const remarks = remarksOf(element, subject);
  const main = rows.findIndex((row) => row?.name === name);
  return {
    aliasRows: rows.flatMap((row, i) => (i === main ? [] : row !== null)),
    addressRows: addresses.map((address) => address !== null),
    entry: {
      list,
      entry,
      actorId: `eu:${entry}`,
      kind: (subject === null ? undefined : kinds[subject]) ?? 'UNKNOWN',
      name,
      aliases: aliasesOf(name, names),
      programmes: distinct(regulations(element).flatMap((act) => attributeOf(act, 'programme') ?? [])),
      listedOn: dayOfText(attributeOf(element, 'designationDate')),
      title: titles.length > 0 ? titles.join('; ') : null,
      births: distinctBy(euBirths(element), ({ text, circa }) => `${text} ${circa}`),
      birthPlaces: distinct(euBirthPlaces(element)),
      nationalities: distinct(childrenOf(element, 'citizenship').flatMap((one) => euCountry(one) ?? [])),
      genders: own('gender'),
      identifiers: distinctBy(
        euIdentifiers(element),
        (one) => `${one.kind}\n${one.value}\n${one.country}\n${one.text}`,
      ),
      addresses: addresses.flatMap((address) => address ?? []),
      wallets: walletsInTexts(list, [
        ...remarks,
        ...names.flatMap(({ note }) => note ?? []),
        ...euIdentifiers(element).map(({ text }) => text),
      ]),
      links: [],
      remarks,
    },
  };
}

const regulations = (element: XmlElement) => childrenOf(element, 'regulation');

const knownParts = new Set([
  'remark',
  'regulation',
  'subjectType',
  'nameAlias',
  'birthdate',
  'citizenship',
  'address',
  'identification',
]);

/** What the list says beside the facts, and each part that no rule reads, with its name. */
function remarksOf(element: XmlElement, subject: string | null): string[] {
  const details = attributeOf(element, 'designationDetails');
  const logicalId = attributeOf(element, 'logicalId');
  return [
    ...childrenOf(element, 'remark').flatMap(({ text }) => text || []),
    ...(details === null ? [] : [`Designation: ${details}`]),
    ...(subject !== null && kinds[subject] === undefined ? [`subjectType: ${subject}`] : []),
    ...regulations(element).map((act) => `Regulation: ${oneLine(elementText(act))}`),
    ...(logicalId === null ? [] : [`logicalId: ${logicalId}`]),
    ...partRemarks(element),
    ...element.children
      .filter(({ name }) => !knownParts.has(name))
      .map((part) => `${part.name}: ${elementText(part)}`),
  ];
}
