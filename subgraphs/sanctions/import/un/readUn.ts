import { basename } from 'node:path';
import { dayBefore } from '../../list/day';
import { countList } from '../../list/countList';
import type { ListEntry } from '../../list/listEntry';
import type { ListReading } from '../../list/listReading';
import { ImportError } from '../../importLease/importError';
import { dayOfText } from '../parts/dayOf.rules';
import { unchanged } from '../readText';
import { startTally } from '../tally';
import { childrenOf, streamXml, textOf, type XmlElement } from '../xml/streamXml';
import { unAliases, unAliasRows, unName } from './aliases.rules';
import {
  unAddresses,
  unBirths,
  unDocuments,
  unPlaces,
  unRemarks,
  unSecondNationality,
} from './particulars.rules';

const list = 'un-sc';

/** Reads the consolidated list of the UN Security Council, in its XML form. Throws ImportError. */
export async function readUn(files: readonly string[]): Promise<ListReading[]> {
  const [file, more] = files;
  if (file === undefined || more !== undefined)
    throw new ImportError('the UN list is one file: give the path of the consolidated XML');
  const tally = startTally();
  const entries = new Map<string, ListEntry>();
  let publishedOn: string | null = null;
  const form = { root: 'CONSOLIDATED_LIST', take: new Set(['INDIVIDUAL', 'ENTITY']) };
  await streamXml(file, form, (element) => {
    if (element.name === form.root) {
      publishedOn = dayOfText(element.attributes['dateGenerated']);
      return;
    }
    const entry = entryOf(element);
    const place = { file: basename(file), line: element.line, text: entry?.name ?? element.name };
    if (entry === null) tally.quarantine('ENTRY', place, 'it has no reference number or no name');
    else if (entries.has(entry.entry)) tally.quarantine('ENTRY', place, `${entry.entry} is there already`);
    else {
      entries.set(entry.entry, entry);
      tally.fact('ENTRY');
      for (const hasName of unAliasRows(element)) tally[hasName ? 'fact' : 'empty']('ALIAS');
      entry.addresses.forEach(() => tally.fact('ADDRESS'));
      entry.remarks.forEach(() => tally.fact('REMARK'));
    }
  });
  if (entries.size === 0) throw new ImportError(`${basename(file)} holds no entry: ${unchanged}`);
  const all = [...entries.values()];
  const sum = (count: (entry: ListEntry) => number) => all.reduce((total, entry) => total + count(entry), 0);
  return [
    {
      list,
      file: basename(file),
      publishedOn,
      entries: all,
      counts: countList(all, {
        aliases: sum(({ aliases }) => aliases.length),
        addresses: sum(({ addresses }) => addresses.length),
      }),
      rows: tally.counts(),
      quarantined: tally.quarantined,
      absent: [],
    },
  ];
}

/** The first day without the entry. An end that is no day, or not after the first day, does not count. */
function endOfListing(delisting: string | null, listedOn: string | null): string | null {
  const day = dayOfText(delisting);
  return day !== null && listedOn !== null && day <= listedOn ? null : day;
}

function entryOf(element: XmlElement): ListEntry | null {
  const entry = textOf(element, 'REFERENCE_NUMBER');
  const name = unName(element);
  if (entry === null || name === '') return null;
  const values = (field: string) =>
    childrenOf(element, field).flatMap((child) =>
      childrenOf(child, 'VALUE').flatMap(({ text }) => text || []),
    );
  const titles = [...values('TITLE'), ...values('DESIGNATION')];
  const gender = textOf(element, 'GENDER');
  const programmes = [textOf(element, 'UN_LIST_TYPE')].filter((programme) => programme !== null);
  const listedOn = dayOfText(textOf(element, 'LISTED_ON'));
  const delisting = textOf(element, 'DELISTED_ON');
  const delistedOn = endOfListing(delisting, listedOn);
  const updatedOn = [
    ...new Set(values('LAST_DAY_UPDATED').flatMap((value) => dayOfText(value) ?? [])),
  ].sort();
  return {
    list,
    entry,
    actorId: `un:${entry}`,
    kind: element.name === 'INDIVIDUAL' ? 'PERSON' : 'ORGANISATION',
    name,
    aliases: unAliases(element),
    programmes,
    listedOn,
    title: titles.length > 0 ? titles.join('; ') : null,
    births: unBirths(element),
    birthPlaces: unPlaces(element),
    nationalities: [...new Set([...values('NATIONALITY'), ...unSecondNationality(element)])],
    genders: gender === null ? [] : [gender],
    identifiers: unDocuments(element),
    addresses: unAddresses(element),
    wallets: [],
    links: [],
    remarks: [
      ...unRemarks(element),
      ...(delisting !== null && delistedOn === null ? [`DELISTED_ON: ${delisting}`] : []),
    ],
    ...(delistedOn === null
      ? {}
      : {
          designations: [{ id: '', programmes, from: listedOn, to: dayBefore(delistedOn), authority: null }],
        }),
    ...(updatedOn.length > 0 ? { updatedOn } : {}),
  };
}
