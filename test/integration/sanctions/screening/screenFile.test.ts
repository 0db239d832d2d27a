import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { listFolder, sdnRow } from '../../../support/listFolder';
import { runCommand } from '../../../support/runCommand';
import { cli, temporaryFolder } from '../../../support/runCordon';

const room = temporaryFolder();
const env = { CORDON_DATA_DIR: join(room.path, 'data') };

function file(name: string, content: string | Buffer): string {
  const path = join(room.path, name);
  writeFileSync(path, content);
  return path;
}

async function screen(content: string | Buffer, ...options: string[]) {
  const ran = await runCommand(['screen', file('subjects.csv', content), ...options], env);
  const lines = ran.stdout.trim() === '' ? [] : ran.stdout.trim().split('\n');
  return { ...ran, answers: options.includes('--json') ? lines.map((line) => JSON.parse(line)) : [] };
}

beforeAll(async () => {
  const folder = listFolder({
    'sdn.csv': `${sdnRow('900001', 'PETROV, Ivan', { type: 'individual' })}${sdnRow('900002', 'NORTHERN TRADING LLC')}\x1a`,
  });
  const ran = await runCommand(['import', 'ofac', folder.path, '--version', '2024-01-08', '--json'], env);
  folder.remove();
  expect(ran).toMatchObject({ code: 0 });
});

afterAll(() => room.remove());

describe('cordon screen', () => {
  it('prints one line a subject, in order, with the name as it was written', async () => {
    const { code, answers } = await screen(
      '﻿kind,name\nPERSON,"Petrow, ""Ivan"""\n,Nobody Known\n',
      '--json',
    );
    expect(code).toBe(0);
    expect(answers).toEqual([
      {
        name: 'Petrow, "Ivan"',
        problem: null,
        matches: [
          {
            actor: 'ofac:900001',
            list: 'ofac-sdn',
            score: expect.any(Number),
            matchedName: 'PETROV, Ivan',
            reasons: expect.stringContaining('petrow = petrov (sound)'),
          },
        ],
      },
      { name: 'Nobody Known', problem: null, matches: [] },
    ]);
  });

  it('says what is wrong with a row, by its line, and screens what can be read', async () => {
    const { code, answers } = await screen(
      'name,birthDate,kind\nIvan Petrov,yesterday,\nIvan Petrov\n...,,\n,,THING\n',
      '--json',
    );
    expect(code).toBe(0);
    expect(answers.map(({ matches }) => matches.length)).toEqual([1, 1, 0, 0]);
    expect(answers[0].problem).toContain('birth date');
    expect(answers[1].problem).toContain('line 3 has 1 columns');
    expect(answers[2].problem).toContain('no letters');
    expect(answers[3].problem).toContain('THING');
  });

  it('tells a person too, and what it was screened against', async () => {
    const { stdout, stderr } = await screen('name\nIvan Petrov\n');
    expect(stdout).toContain('1.00 ofac:900001');
    expect(stderr).toContain('1 subjects, 1 with matches, 0 with problems; against ofac-sdn of 2024-01-08');
  });

  it.each([
    ['without the column `name`', 'nom\nx\n', 2, 'name'],
    ['of another encoding', Buffer.from('name\nJos\xe9\n', 'latin1'), 1, 'not UTF-8'],
    ['with an open quote', 'name\n"abc\n', 1, 'line 2'],
    ['that is empty', '', 2, 'empty'],
  ])('rejects a file %s', async (_, content, code, why) => {
    const ran = await screen(content, '--json');
    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain(why);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });

  it('rejects a missing file', async () => {
    expect(await runCommand(['screen', join(room.path, 'none.csv')], env)).toMatchObject({ code: 2 });
  });
});

describe('cordon screen --out', () => {
  const out = join(room.path, 'out.csv');
  const written = (): Record<string, string>[] => parse(readFileSync(out, 'utf8'), { columns: true });

  it('keeps every column as it stands, with a line for each match and one for a subject without', async () => {
    const { code, stdout } = await screen(
      'customer,name,note\n-17,Ivan Petrov,"a ""b"", c"\n=1+1,Nobody Known,\n+3,...,x\n',
      '--out',
      out,
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(written()).toEqual([
      {
        customer: '-17',
        name: 'Ivan Petrov',
        note: 'a "b", c',
        screening_outcome: 'MATCH',
        screening_list: 'ofac-sdn',
        screening_actor: 'ofac:900001',
        screening_listed_name: 'PETROV, Ivan',
        screening_score: '1',
        screening_reasons: expect.stringContaining('ivan = ivan (exact)'),
        screening_problem: '',
        screening_list_versions: 'ofac-sdn 2024-01-08',
      },
      expect.objectContaining({ customer: '=1+1', screening_outcome: 'NO_MATCH', screening_actor: '' }),
      expect.objectContaining({
        customer: '+3',
        screening_outcome: 'NOT_SCREENED',
        screening_problem: expect.stringContaining('no letters'),
      }),
    ]);
  });

  it('has a line for each of several matches, and cells beyond the header last', async () => {
    await screen('name\n"Petrov Ivan; Northern Trading LLC",stray\n', '--out', out);
    const [header = [], ...lines]: string[][] = parse(readFileSync(out, 'utf8'), {
      relax_column_count: true,
    });
    expect(lines.map((line) => line[header.indexOf('screening_actor')]).sort()).toEqual([
      'ofac:900001',
      'ofac:900002',
    ]);
    expect(lines.map((line) => line[header.length])).toEqual(['stray', 'stray']);
  });

  it('rejects a file that has been screened already', async () => {
    await screen('name\nIvan Petrov\n', '--out', out);
    // A process of its own: what is half written goes when it ends.
    const again = await cli(['screen', out, '--out', join(room.path, 'again.csv')], env);
    expect(again).toMatchObject({ code: 2 });
    expect(again.stderr).toContain('screening_outcome already');
    expect(readdirSync(room.path)).not.toContain('again.csv');
  });

  it('leaves no part of the answers where a row cannot be read', async () => {
    writeFileSync(out, 'before');
    const { code } = await screen('name\nIvan Petrov\n"open\n', '--out', out);
    expect(code).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe('before');
    expect(readdirSync(room.path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('ends with 1 under --fail-on-match where a subject matches or cannot be screened', async () => {
    const endOf = (content: string) => screen(content, '--out', out, '--fail-on-match');
    expect(await endOf('name,dob\nIvan Petrov,\n')).toMatchObject({ code: 1 });
    expect(await endOf('name,dob\nNobody Known,soon\n')).toMatchObject({ code: 1 });
    expect(await endOf('name,dob\nNobody Known,1980\n')).toMatchObject({ code: 0 });
  });

  it('rejects --json beside it, and a folder that is not there', async () => {
    expect(await screen('name\nx\n', '--out', out, '--json')).toMatchObject({ code: 2 });
    expect(await screen('name\nx\n', '--out', join(room.path, 'no', 'out.csv'))).toMatchObject({ code: 2 });
  });
});

it('finds the columns and dates that are named, and names in lines of text', async () => {
  const { answers } = await screen(
    'Kunde;Geboren\n/ORG/IVAN PETROV ACC 12345 INVOICE 17;03.04.1980\nNobody;1980-13\n',
    ...['--json', '--delimiter', ';', '--column', 'name=Kunde', '--column', 'birthDate=Geboren'],
    ...['--birth-format', 'DD.MM.YYYY', '--free-text'],
  );
  expect(answers[0]).toMatchObject({ problem: null, matches: [{ actor: 'ofac:900001' }] });
  expect(answers[1].problem).toContain('not a birth date');
});

describe('the lists that a file is screened against', () => {
  it('are those of a day, or named', async () => {
    const asked = (...options: string[]) => screen('name\nIvan Petrov\n', '--json', ...options);
    expect((await asked('--as-of', '2024-02-01', '--lists', 'ofac-sdn')).answers[0].matches).toHaveLength(1);
    expect((await asked('--lists', 'case')).answers[0].matches).toHaveLength(0);
    const before = await asked('--as-of', '2023-01-01');
    expect(before.code).toBe(1);
    expect(before.stderr).toContain('no version of any list of 2023-01-01 or before');
    expect((await asked('--lists', 'ofac-snd')).code).toBe(1);
  });

  it('are rejected where they are too old, as by a server', async () => {
    const aged = { ...env, CORDON_LIST_MAX_AGE_DAYS: '30', CORDON_LIST_AGE_ACTION: 'error' };
    const ran = await runCommand(['screen', file('subjects.csv', 'name\nIvan Petrov\n')], aged);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('older than 30 days');
    const warned = await runCommand(['screen', file('subjects.csv', 'name\nIvan Petrov\n')], {
      ...aged,
      CORDON_LIST_AGE_ACTION: 'warning',
    });
    expect(warned).toMatchObject({ code: 0 });
    expect(warned.stderr).toContain('older than 30 days');
  });
});
