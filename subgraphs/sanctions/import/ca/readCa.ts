import { createHash } from 'node:crypto';
import type { ListIdentifier } from '../../list/listEntry';
import type { ListReading } from '../../list/listReading';
import { collectEntries, onlyFile, type ReadEntry, type UnreadEntry } from '../collectEntries';
import { aliasesOf } from '../parts/aliasesOf.rules';
import { dayOfText } from '../parts/dayOf.rules';
import { elementText, oneLine } from '../xml/elementText';
import { streamXml, type XmlElement } from '../xml/streamXml';
import { bilingualHalves, caAliases } from './aliases.rules';
import { caBirths } from './births.rules';

const list = 'ca-sema';

/** Reads Canada's consolidated list of autonomous sanctions (SEMA and JVCFOA), in its XML form. Throws ImportError. */
export async function readCa(files: readonly string[]): Promise<ListReading[]> {
  const file = onlyFile(files, 'the Canadian list is one file, its XML');
  const collected = collectEntries(list, file);
  const form = { root: 'data-set', take: new Set(['record']) };
  await streamXml(file, form, (element) => {
    if (element.name === 'record')
      collected.add(readRecord(element), { line: element.line, text: elementText(element) });
  });
  // The file does not say when it was published.
  return [collected.reading(null)];
}

const fields = [
  'Country',
  'LastName',
  'GivenName',
  'EntityOrShip',
  'TitleOrShipType',
  'TitleOrShip',
  'Aliases',
  'ShipIMONumber',
  'DateOfBirthOrShipBuildDate',
  'Schedule',
  'Item',
  'DateOfListing',
] as const;

type Field = (typeof fields)[number];

/** Names of fields are in two languages, `Country-Pays`, or were in English only. */
const englishName = (name: string) => name.split('-')[0] ?? name;

function readRecord(element: XmlElement): ReadEntry | UnreadEntry {
  const values = new Map(element.children.map((child) => [englishName(child.name), oneLine(child.text)]));
  const of = (field: Field) => values.get(field) ?? '';
  const entityName = of('EntityOrShip');
  const name = entityName || oneLine(`${of('GivenName')} ${of('LastName')}`);
  const [regime, schedule, item] = [english(of('Country')), of('Schedule'), of('Item')];
  if (regime === '' || item === '') return { problem: 'it has no regulation or no item number' };
  if (name === '') return { problem: `item ${item} of ${regime} has no name` };
  const number = of('ShipIMONumber');
  const imo = /^(?:IMO\s*)?(\d+)$/i.exec(number)?.[1];
  const isShip = imo !== undefined;
  const entry = entryNumber([regime, schedule, item], name);
  const birth = of('DateOfBirthOrShipBuildDate');
  const title = of('TitleOrShipType') || of('TitleOrShip');
  // A ship may have no number: a type then stands beside its name, as a title stands beside a person's.
  const entityKind = title === '' ? 'ORGANISATION' : 'UNKNOWN';
  const kind = isShip ? 'VESSEL' : entityName === '' ? 'PERSON' : entityKind;
  const others = [...bilingualHalves(entityName), ...caAliases(of('Aliases'))];
  // A few records hold a name in another script in this field.
  const misplaced = number !== '' && !/\d/.test(number) ? [number] : [];
  return {
    aliasRows: of('Aliases') === '' ? [] : [true],
    addressRows: [],
    entry: {
      list,
      entry,
      actorId: `ca:${entry}`,
      kind,
      name,
      aliases: aliasesOf(
        name,
        [...others, ...misplaced].map((other) => ({ name: other })),
      ),
      programmes: [regime],
      listedOn: dayOfText(of('DateOfListing')),
      title: !isShip && title !== '' ? title : null,
      births: kind !== 'PERSON' || birth === '' ? [] : caBirths(birth),
      birthPlaces: [],
      nationalities: [],
      genders: [],
      identifiers: isShip ? [imoNumber(imo)] : [],
      addresses: [],
      wallets: [],
      links: [],
      remarks: [
        `Listed as: ${[of('Country'), schedule && `schedule ${schedule}`, `item ${item}`].filter((part) => part !== '').join(', ')}`,
        ...(of('Aliases') === '' ? [] : [`Aliases: ${of('Aliases')}`]),
        ...(isShip && title !== '' ? [`Ship type: ${title}`] : []),
        ...(kind !== 'PERSON' && birth !== '' ? [`DateOfBirthOrShipBuildDate: ${birth}`] : []),
        ...(!isShip && number !== '' ? [`ShipIMONumber: ${number}`] : []),
        ...unreadDate(of('DateOfListing')),
        ...unknownFields(element),
      ],
    },
  };
}

const imoNumber = (value: string): ListIdentifier => ({
  kind: 'IMO number',
  value,
  country: null,
  text: `IMO number ${value}`,
});

/** The regulation is in two languages, `Russia / Russie`. It is no nationality. */
const english = (text: string) => oneLine(text.split(' / ')[0] ?? '');

/**
 * Canada gives no number of its own, only the place in the law: the regulation, the schedule and the item. An item may
 * be given to somebody else when a schedule is amended, so the name is part of the number.
 */
function entryNumber(place: readonly string[], name: string): string {
  const words =
    place
      .join(' ')
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9.]+/g) ?? [];
  const digest = createHash('sha256').update(name.toLowerCase()).digest('hex').slice(0, 8);
  return `${words.join('-')}-${digest}`;
}

const unreadDate = (text: string) =>
  text === '' || dayOfText(text) !== null ? [] : [`DateOfListing: ${text}`];

const unknownFields = (element: XmlElement) =>
  element.children
    .filter(({ name }) => !fields.some((field) => field === englishName(name)))
    .flatMap((child) => {
      const text = elementText(child);
      return text === '' ? [] : [`${child.name}: ${text}`];
    });
