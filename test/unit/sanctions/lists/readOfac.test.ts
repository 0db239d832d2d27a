import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportError } from '../../../../subgraphs/sanctions/importLease/importError';
import { readOfac } from '../../../../subgraphs/sanctions/import/ofac/readOfac';
import type { ListReading } from '../../../../subgraphs/sanctions/list/listReading';
import { exportWallets } from '../../../../subgraphs/sanctions/wallet/exportWallets';
import { listFolder, sdnRow } from '../../../support/listFolder';
import { describeWithData } from '../../../support/describeWithData';
import { matchedSet, sdnOf, sharedData } from '../../../support/sharedData';
import { storedEntry } from '../../../../subgraphs/sanctions/list/content.rules';

const folders: { remove(): void }[] = [];
afterEach(() => folders.splice(0).forEach((folder) => folder.remove()));

async function read(files: Readonly<Record<string, string | Buffer>>): Promise<ListReading> {
  const folder = listFolder(files);
  folders.push(folder);
  const [reading] = await readOfac([folder.path]);
  return reading!;
}

const csvRows = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

describeWithData('the matched set of OFAC', () => {
  let sdn: ListReading;
  let cons: ListReading;
  beforeAll(async () => {
    [sdn, cons] = (await readOfac([linked(matchedSet)])) as [ListReading, ListReading];
  });

  it('is read without loss', () => {
    expect(sdn.counts).toMatchObject({ entries: 13_821, aliases: 17_091, addresses: 18_990, wallets: 575 });
    expect(cons.counts).toMatchObject({ entries: 442, aliases: 1_073, addresses: 574, wallets: 0 });
    for (const { rows, facts, empty, quarantined } of [...sdn.rows, ...cons.rows])
      expect(facts + empty + quarantined).toBe(rows);
    // Four continuations are of a later publication: two of entries that are missing yet.
    expect(sdn.quarantined.map(({ line, file }) => [file, line])).toEqual(
      [1, 11, 18, 21].map((line) => ['sdn_comments.csv', line]),
    );
  });

  it('lists exactly the 575 addresses, to the letter', () => {
    const wanted = csvRows(join(sharedData, 'sanctions', 'crypto', 'expected_addresses_2024-01-12.csv'));
    const got = exportWallets(sdn.entries).map(({ currency, address }) => `${currency} ${address}`);
    expect(got.sort()).toEqual(wanted.map((row) => row.join(' ')).sort());
  });

  it('resolves links by name, and leaves the ambiguous as text', () => {
    expect(sdn.counts).toMatchObject({
      relationships: 5_958,
      relationshipsToOtherLists: 8,
      unresolvedRelationships: 2,
    });
    const unresolved = sdn.entries.flatMap(({ links }) => links).filter(({ toEntry }) => toEntry === null);
    expect(unresolved.map(({ text }) => text)).toEqual(Array(2).fill('MINISTRY OF STATE SECURITY'));
  });

  it('has the edges of the advanced XML, but for those that were added or taken away in the two months between', () => {
    const rows = csvRows(join(sharedData, 'sanctions', 'ofac_advanced', 'profile_relationships.csv'));
    const edges = new Set(rows.map(([, from, to]) => `${from} ${to}`));
    const own = sdn.entries.flatMap(({ entry, links }) =>
      links.flatMap(({ toEntry }) => (toEntry === null ? [] : [`${entry} ${toEntry}`])),
    );
    expect(own.filter((edge) => !edges.has(edge)).length).toBeLessThanOrEqual(17);
  });
});

describeWithData('the SDN list of 19 and 23 May 2023', () => {
  it('differ by the five entries of that designation, and by nothing else', async () => {
    const [before, after] = await Promise.all(
      ['2023-05-19', '2023-05-23'].map(async (day) => {
        const [reading] = await readOfac([linked({ 'sdn.csv': sdnOf(day) })]);
        return new Map(reading?.entries.map((entry) => [entry.entry, storedEntry(entry)._id]));
      }),
    );
    const differing = [...after!].filter(([entry, digest]) => before!.get(entry) !== digest);
    expect(differing.map(([entry]) => entry)).toEqual(['43336', '43337', '43338', '43377', '43379']);
    expect(after!.size - before!.size).toBe(5);
  });
});

/** The data under the names that OFAC gives its files. */
function linked(files: Readonly<Record<string, string>>): string {
  const folder = listFolder({}, files);
  folders.push(folder);
  return folder.path;
}

describe('a row that is no fact', () => {
  it('is quarantined with its line and why, and nothing else is lost', async () => {
    const reading = await read({
      'sdn.csv': `${sdnRow('1', 'A')}2,"B"\r\nx,${sdnRow('3', 'C').slice(2)}${sdnRow('1', 'D')}${sdnRow('4', 'E', { type: 'robot' })}${sdnRow('5', 'F')}\x1a`,
      'alt.csv': '1,1,"aka","A2",-0- \r\n9,2,"aka","X",-0- \r\n1,3,"zzz","Y",-0- \r\n',
      'add.csv': '1,1,-0- ,-0- ,"Cuba",-0- \r\n1,2,-0- ,-0- ,-0- ,-0- \r\n',
    });
    expect(reading.entries.map(({ entry }) => entry)).toEqual(['1', '4', '5']);
    expect(reading.quarantined.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      ['sdn.csv', 2, 'it has 2 columns, not 12'],
      ['sdn.csv', 3, '"x" is not the number of an entry'],
      ['sdn.csv', 4, 'entry 1 is there already'],
      ['alt.csv', 2, 'there is no entry 9'],
    ]);
    expect(reading.entries[0]).toMatchObject({
      aliases: [
        { name: 'A2', strength: 'STRONG' },
        { name: 'Y', strength: 'STRONG', kind: 'AKA' },
      ],
      addresses: [{ text: 'Cuba', country: 'Cuba' }],
    });
    expect(reading.rows.find(({ kind }) => kind === 'ADDRESS')).toMatchObject({
      rows: 2,
      facts: 1,
      empty: 1,
    });
    expect(reading.absent).toEqual(['sdn_comments.csv']);
  });

  it.each(['Individual', 'digital asset', 'robot'])('is not a party of the type %j', async (type) => {
    const reading = await read({ 'sdn.csv': `${sdnRow('1', 'A')}${sdnRow('4', 'E', { type })}` });
    expect(reading.entries.map(({ kind }) => kind)).toEqual(['ORGANISATION', 'UNKNOWN']);
    expect(reading.quarantined).toEqual([]);
    expect(reading.warnings).toEqual([
      `sdn.csv:2: "${type}" is not a known type of party: entry 4 is listed and screened as of unknown kind`,
    ]);
  });

  it('is a segment that was cut at 1,000 characters and goes on nowhere: half an address is none', async () => {
    const long = `${'x'.repeat(980)}; Digital Currency Address - XBT 1Kuf2Rd8m`.slice(0, 1_000);
    const cut = await read({ 'sdn.csv': sdnRow('1', 'A', { remarks: long }) });
    expect(cut.entries[0]).toMatchObject({ wallets: [] });
    expect(cut.quarantined).toMatchObject([{ kind: 'REMARK', line: 1 }]);

    const start = `${'x'.repeat(945)}; Digital Currency Address - XBT 1Kuf2Rd8mDyAVi`
      .padEnd(1_000, 'q')
      .slice(0, 1_000);
    const whole = await read({
      'sdn.csv': sdnRow('1', 'A', { remarks: start }),
      'sdn_comments.csv': '1,"rest; DOB 1950."\r\n',
    });
    expect(whole.entries[0]?.wallets[0]?.published).toMatch(/^1Kuf2Rd8mDyAVi.*rest$/);
    expect(whole.entries[0]?.births).toHaveLength(1);
  });
});

describe('a file that is not a whole list', () => {
  it.each([
    ['empty', Buffer.alloc(0)],
    ['cut in a row', Buffer.from(sdnRow('1', 'A').slice(0, -20))],
    ['a web page', Buffer.from('<!DOCTYPE html><html></html>\n')],
    ['UTF-16', Buffer.from(sdnRow('1', 'A'), 'utf16le')],
    ['Latin-1', Buffer.from(sdnRow('1', 'JOSÉ'), 'latin1')],
    ['a file of other columns', Buffer.from('a,b,c\r\n')],
  ])('is rejected by name: %s', async (_, content) => {
    const rejected = read({ 'sdn.csv': content });
    await expect(rejected).rejects.toThrow(ImportError);
    await expect(rejected).rejects.toThrow('sdn.csv');
  });

  it('names the file that the others need', async () => {
    await expect(read({ 'alt.csv': '1,1,"aka","A2",-0- \r\n' })).rejects.toThrow('sdn.csv is missing');
    await expect(read({ 'other.txt': 'x' })).rejects.toThrow('there is no list here');
  });
});

describe('files that look like those of OFAC and have none of their names', () => {
  const cons = { 'cons_prim.csv': sdnRow('9', 'C') };

  it.each([
    'sdn_2023-12-28.csv',
    'SDN (1).csv',
    'alt_2024-01-08.csv',
    'add.csv.part',
    'sdn_comments_2025-02-27.csv',
    'subset_sdn.txt',
    'sdn.xml',
    'SDN_ADVANCED.ZIP',
    'consolidated.xml',
    'SDNList.txt',
    'sdall.zip',
    'ofac_list.csv',
  ])('are named, and nothing is read, unless only the others are asked for: %s', async (name) => {
    const folder = listFolder({ ...cons, [name]: sdnRow('1', 'A') });
    folders.push(folder);
    await expect(readOfac([folder.path])).rejects.toThrow(ImportError);
    await expect(readOfac([folder.path])).rejects.toThrow(`${name} is not read`);
    await expect(readOfac([folder.path])).rejects.toThrow('--only');
    expect(await readOfac([folder.path], { only: true })).toMatchObject([{ list: 'ofac-cons' }]);
  });

  it('are named in a folder of the folder too, where they have the right names', async () => {
    const folder = listFolder(cons);
    folders.push(folder);
    mkdirSync(join(folder.path, 'sdn'));
    writeFileSync(join(folder.path, 'sdn', 'sdn.csv'), sdnRow('1', 'A'));
    await expect(readOfac([folder.path])).rejects.toThrow(`${join('sdn', 'sdn.csv')} is not read`);
    expect(await readOfac([folder.path], { only: true })).toMatchObject([{ list: 'ofac-cons' }]);
  });

  it('are not absent where a link leads nowhere', async () => {
    const folder = listFolder(cons);
    folders.push(folder);
    symlinkSync(join(folder.path, 'nowhere'), join(folder.path, 'sdn.csv'));
    await expect(readOfac([folder.path])).rejects.toThrow('sdn.csv cannot be read');
  });

  it('are not what lies beside lists and is none', async () => {
    const folder = listFolder({
      ...cons,
      'sdn.sha256': 'x',
      'README.md': 'x',
      'address.csv': 'x',
      'notes.txt': 'x',
    });
    folders.push(folder);
    expect(await readOfac([folder.path])).toMatchObject([{ list: 'ofac-cons' }]);
  });

  it('are also those that were given by name, whatever they look like', async () => {
    const folder = listFolder({ ...cons, 'people.txt': sdnRow('1', 'A') });
    folders.push(folder);
    const files = ['cons_prim.csv', 'people.txt'].map((name) => join(folder.path, name));
    await expect(readOfac(files)).rejects.toThrow('people.txt is not read');
    await expect(readOfac([files[1]!])).rejects.toThrow(/there is no list here.*not read: .*people\.txt/);
  });
});
