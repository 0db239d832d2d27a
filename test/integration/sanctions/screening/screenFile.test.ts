import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFolder, sdnRow } from '../../../support/listFolder';
import { cli, temporaryFolder } from '../../../support/runCordon';

const room = temporaryFolder();
const env = { CORDON_DATA_DIR: join(room.path, 'data') };

function file(name: string, content: string | Buffer): string {
  const path = join(room.path, name);
  writeFileSync(path, content);
  return path;
}

async function screen(content: string | Buffer, ...options: string[]) {
  const ran = await cli(['screen', file('subjects.csv', content), ...options], env);
  const lines = ran.stdout.trim() === '' ? [] : ran.stdout.trim().split('\n');
  return { ...ran, answers: options.includes('--json') ? lines.map((line) => JSON.parse(line)) : [] };
}

beforeAll(async () => {
  const folder = listFolder({
    'sdn.csv': `${sdnRow('900001', 'PETROV, Ivan', { type: 'individual' })}${sdnRow('900002', 'NORTHERN TRADING LLC')}\x1a`,
  });
  const ran = await cli(['import', 'ofac', folder.path, '--version', '2024-01-08', '--json'], env);
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
        matches: [{ actor: 'ofac:900001', score: expect.any(Number), matchedName: 'PETROV, Ivan' }],
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
    expect(await cli(['screen', join(room.path, 'none.csv')], env)).toMatchObject({ code: 2 });
  });
});
