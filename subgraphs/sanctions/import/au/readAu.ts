import type { ListAddress, ListEntry } from '../../list/listEntry';
import type { ListReading } from '../../list/listReading';
import type { ActorKind } from '../../vocabulary/actorKinds';
import { collectEntries, type EntryRow, onlyFile, type ReadEntry, type UnreadEntry } from '../collectEntries';
import { aliasesOf } from '../parts/aliasesOf.rules';
import { dayOfText } from '../parts/dayOf.rules';
import { distinct, distinctBy } from '../parts/distinct';
import type { CsvRow } from '../parts/streamCsv';
import { walletsInTexts } from '../parts/walletsInTexts.rules';
import { birthOfText } from '../un/births.rules';
import { oneLine } from '../xml/elementText';
import { auBirths, enumerated } from './births.rules';
import { type AuRow, auRows } from './rows';
import { sheetRows } from './sheetRows';

const list = 'au-dfat';

/** Reads Australia's Consolidated List of DFAT: the workbook as published, or its sheet as CSV. Throws ImportError. */
export async function readAu(files: readonly string[]): Promise<ListReading[]> {
  const file = onlyFile(files, 'the Australian list is one file, its XLSX or its sheet as CSV');
  const collected = collectEntries(list, file);
  const { rows, bad } = auRows(file, await sheetRows(file));
  for (const { row, problem } of bad) collected.quarantine('ENTRY', placed(row), problem);
  for (const group of groupsOf(rows)) {
    for (let further = 1; further < group.rows.length; further++) collected.tally.empty('ENTRY');
    const [first] = group.rows;
    if (first) collected.add(readGroup(group), placed(first.row));
  }
  // No cell says when the list was published.
  return [collected.reading(null)];
}

const placed = ({ line, fields }: CsvRow): EntryRow => ({
  line,
  text: fields.filter((field) => field !== '').join(', '),
});

interface Group {
  readonly entry: string;
  readonly rows: AuRow[];
}

/**
 * Returns the rows of each party: `1000` is its main name, `1000a` another. A number that the list gave to two parties
 * by mistake has two main names: the second party, and what follows it, is `1000-2`.
 */
function groupsOf(rows: readonly AuRow[]): Group[] {
  const groups = new Map<string, Group[]>();
  for (const row of rows) {
    const number = row.of('Reference').replace(/[a-z]+$/i, '');
    const known = groups.get(number) ?? [];
    groups.set(number, known);
    const last = known.at(-1);
    const isSecond =
      last !== undefined && isPrimary(row) && last.rows.some((one) => isPrimary(one) && !isSame(one, row));
    if (last && !isSecond) last.rows.push(row);
    else known.push({ entry: known.length === 0 ? number : `${number}-${known.length + 1}`, rows: [row] });
  }
  return [...groups.values()].flat();
}

const nameOf = (row: AuRow) => row.of('Name of Individual or Entity');
const isPrimary = (row: AuRow) => /^primary name$/i.test(row.of('Name Type'));
const isSame = (one: AuRow, other: AuRow) => nameOf(one) === nameOf(other);

const kinds: Readonly<Record<string, ActorKind>> = {
  individual: 'PERSON',
  entity: 'ORGANISATION',
  vessel: 'VESSEL',
};

function readGroup({ entry, rows }: Group): ReadEntry | UnreadEntry {
  const main =
    rows.find((row) => isPrimary(row) && nameOf(row) !== '') ?? rows.find((row) => nameOf(row) !== '');
  if (!main) return { problem: `${entry} has no name` };
  const of = (column: string) => distinct(rows.flatMap((row) => row.of(column) || []));
  const name = nameOf(main);
  const others = rows.filter((row) => row !== main);
  const type = main.of('Type');
  const kind = kinds[type.toLowerCase()];
  const addresses = of('Address').flatMap(enumerated);
  const remarks = remarksOf(rows, kind === undefined ? type : null);
  return {
    aliasRows: others.map((row) => nameOf(row) !== ''),
    addressRows: addresses.map(() => true),
    entry: {
      list,
      entry,
      actorId: `au:${entry}`,
      kind: kind ?? 'UNKNOWN',
      name,
      aliases: aliasesOf(
        name,
        others.flatMap((row) =>
          nameOf(row) === '' ? [] : [{ name: nameOf(row), isWeak: /^weak$/i.test(row.of('Alias Strength')) }],
        ),
      ),
      programmes: of('Committees'),
      listedOn:
        of('Listing Information')
          .flatMap((text) => listingDay(text) ?? [])
          .sort()[0] ?? null,
      title: null,
      births: kind === 'VESSEL' ? [] : distinctBy(of('Date of Birth').flatMap(auBirths), ({ text }) => text),
      birthPlaces: distinct(of('Place of Birth').flatMap(enumerated)),
      nationalities: distinct(
        of('Citizenship').flatMap((cell) => cell.split(';').flatMap((part) => oneLine(part) || [])),
      ),
      genders: [],
      identifiers: of('IMO Number').map((value) => ({
        kind: 'IMO number',
        value,
        country: null,
        text: `IMO number ${value}`,
      })),
      addresses: addresses.map((text): ListAddress => ({ text, city: null, country: null })),
      wallets: walletsInTexts(list, remarks),
      links: [],
      remarks,
      ...updatesOf(of('Control Date')),
    },
  };
}

/** `Listed on 25 Jan. 2001 (amended on …)`, a date alone, or one that begins. An act's year is no day. */
function listingDay(text: string): string | null {
  const day = dayOfText(text);
  if (day !== null) return day;
  const written = /^(?:(?:listed|designated|declared) on:? )?(\d{1,2} [A-Za-z]+\.?,? \d{4})/i.exec(
    oneLine(text),
  )?.[1];
  const { from = null, to = null } = written === undefined ? {} : birthOfText(written.replace(',', ''));
  return from === to ? from : null;
}

/** The day of the last change of the row, where the file gives it as one: in a CSV the order of its parts is not known. */
function updatesOf(texts: readonly string[]): Pick<ListEntry, 'updatedOn'> {
  const days = distinct(texts.flatMap((text) => dayOfText(text) ?? [])).sort();
  return days.length > 0 ? { updatedOn: days } : {};
}

const measures = ['Targeted Financial Sanction', 'Travel Ban', 'Arms Embargo', 'Maritime Restriction'];

function remarksOf(rows: readonly AuRow[], unknownType: string | null): string[] {
  const of = (column: string) => distinct(rows.flatMap((row) => row.of(column) || []));
  const labelled = (column: string) => of(column).map((text) => `${column}: ${text}`);
  const imposed = measures.filter((measure) => of(measure).some((text) => /^(?:1|true|yes)$/i.test(text)));
  return [
    ...of('Additional Information'),
    ...labelled('Listing Information'),
    ...labelled('Instrument of Designation'),
    ...of('Control Date').flatMap((text) => (dayOfText(text) === null ? [`Control Date: ${text}`] : [])),
    ...(imposed.length > 0 ? [`Measures: ${imposed.join(', ')}`] : []),
    ...(unknownType === null ? [] : [`Type: ${unknownType}`]),
    ...distinct(rows.flatMap((row) => row.unknown)),
  ];
}
