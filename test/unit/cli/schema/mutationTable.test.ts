import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSchema } from '../../../../cli/schema/checkSchema';
import { baseSdls, type Mutation, mutations } from '../../../support/schemaMutations';

const partners = `version: 1
partners:
  - { client: north-pier, venue: north, scopes: [], contract: { exclude: [internal] } }
`;

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'cordon-mutations-'));
  writeFolder('base', baseSdls);
  writeFileSync(join(room, 'partners.yaml'), partners);
});
afterAll(() => rmSync(room, { recursive: true }));

function writeFolder(name: string, sdls: Readonly<Record<string, string>>): void {
  mkdirSync(join(room, name), { recursive: true });
  for (const [subgraph, sdl] of Object.entries(sdls))
    writeFileSync(join(room, name, `${subgraph}.graphql`), sdl);
}

async function check([verdict, subgraph, from, to]: Mutation) {
  const sdl = baseSdls[subgraph];
  expect(sdl.split(from).length - 1).toBe(1);
  writeFolder('head', { ...baseSdls, [subgraph]: sdl.replace(from, to) });
  return checkSchema({
    head: join(room, 'head'),
    base: join(room, 'base'),
    partners: verdict === 'contract' ? join(room, 'partners.yaml') : undefined,
    root: room,
    cwd: room,
    today: '2026-06-01',
  });
}

const named = mutations.map((mutation) => ({
  mutation,
  name: mutation.slice(0, 4).join(' | ').replaceAll('\n', ' '),
}));

describe('every kind of edit gets its verdict', () => {
  it('has at least two hundred of them', () => expect(mutations.length).toBeGreaterThanOrEqual(200));

  it.each(named)('$name', async ({ mutation }) => {
    const [verdict, subgraph] = mutation;
    const { findings, verdict: said } = await check(mutation);
    const found = findings.filter(({ kind }) => kind !== 'lint');
    if (verdict === 'harmless') {
      expect({ said, found: found.filter(({ level }) => level === 'blocked') }).toEqual({
        said: 'ok',
        found: [],
      });
      return;
    }
    const level = verdict === 'dangerous' ? 'warning' : 'blocked';
    expect(found.map(({ kind, level: grave }) => `${kind} ${grave}`)).toContain(`${verdict} ${level}`);
    expect(said).toBe(verdict === 'dangerous' ? 'ok' : 'blocked');
    const wanted = found.filter((one) => one.kind === verdict && one.level === level);
    expect(wanted.map(({ location }) => location?.file)).toContain(`head/${subgraph}.graphql`);
  });
});
