import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeCommitted, supergraphFile } from '../../../../gateway/supergraph/committed';
import { composeSupergraph, mustCompose } from '../../../../gateway/supergraph/compose';
import { requiredFieldProblems } from '../../../../gateway/supergraph/requiredFields';
import { sdls } from '../../../support/gatewaySubgraphs';

/** A graph that the stock executor would answer wrongly composes all the same. */
const codesOf = (given: Record<string, string>) => {
  const { supergraphSdl, hints } = mustCompose(given);
  const problems = requiredFieldProblems(supergraphSdl);
  expect(hints).toEqual(expect.arrayContaining(problems.map(({ message }) => message)));
  return problems.map(({ code }) => code);
};

const requiring = (required: string, selection = 'x', extra = '') => {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable"])';
  return {
    a: `${link} type Query { t: T } type T @key(fields: "id") { id: ID! ${required} } ${extra}`,
    b: `${link} type T @key(fields: "id") { id: ID! ${required} @external y: Int @requires(fields: "${selection}") } ${extra}`,
  };
};

describe('composition', () => {
  it('is the same whatever the order of the subgraphs', () => {
    const turned = Object.fromEntries(Object.entries(sdls).reverse());
    expect(mustCompose(turned).supergraphSdl).toBe(mustCompose(sdls).supergraphSdl);
  });

  it('names no place where a subgraph is reached', () => {
    expect(mustCompose(sdls).supergraphSdl).not.toMatch(/https?:\/\/(?!specs\.apollo\.dev)/);
  });

  it('says what is in the way, with a code and in a line', () => {
    const { sanctions } = sdls;
    const composition = composeSupergraph({
      ...sdls,
      sanctions: sanctions.replace('linkedActorIds: [ID!]! @inaccessible', ''),
    });
    if (!('problems' in composition)) throw new Error('it composed');
    expect(composition.problems.length).toBeGreaterThan(0);
    expect(
      composition.problems.every(({ code, message }) => /^[A-Z_]+$/.test(code) && !message.includes('\n')),
    ).toBe(true);
    expect(() => mustCompose({ ...sdls, sanctions: 'type Query { a: Nothing }' })).toThrow('Nothing');
  });
});

describe('what another subgraph requires, as far as the stock executor is concerned,', () => {
  it('must take no arguments: it would be given the value of whatever a client asked', () => {
    expect(codesOf(requiring('x(n: Int): Int', 'x(n: 1)'))).toEqual(['REQUIRED_FIELD_HAS_ARGUMENTS']);
  });

  it.each([
    ['x: Int', 'x', '', []],
    ['x: [Int!]', 'x', '', []],
    ['x: [Int]!', 'x', '', ['REQUIRED_FIELD_NULLABLE']],
    ['x: [[Int!]]!', 'x', '', ['REQUIRED_FIELD_NULLABLE']],
    ['x: V', 'x { n }', 'type V @shareable { n: Int! }', []],
    ['x: [V!]', 'x { n }', 'type V @shareable { n: Int }', ['REQUIRED_FIELD_NULLABLE']],
    ['x: [V]', 'x { n }', 'type V @shareable { n: Int! }', ['REQUIRED_FIELD_NULLABLE']],
  ])('must hold no null that could stand for an error: %s', (field, selection, extra, codes) => {
    expect(codesOf(requiring(field, selection, extra))).toEqual(codes);
  });
});

describe('the committed supergraph', () => {
  const root = mkdtempSync(join(tmpdir(), 'cordon-compose-'));
  beforeAll(() => {
    mkdirSync(join(root, 'gateway', 'supergraph'), { recursive: true });
    for (const [name, sdl] of Object.entries(sdls)) {
      mkdirSync(join(root, 'subgraphs', name), { recursive: true });
      writeFileSync(join(root, 'subgraphs', name, 'schema.graphql'), sdl);
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('is written, is then current, and drifts when a subgraph changes', () => {
    expect(composeCommitted(root, { checkOnly: true }).outcome).toBe('drifted');
    expect(composeCommitted(root).outcome).toBe('written');
    expect(composeCommitted(root).outcome).toBe('current');
    const text = readFileSync(join(root, supergraphFile), 'utf8');
    const file = join(root, 'subgraphs', 'sanctions', 'schema.graphql');
    writeFileSync(file, sdls.sanctions.replace('whoAmI: String!', 'whoAmI: String! later: Int'));
    expect(composeCommitted(root, { checkOnly: true }).outcome).toBe('drifted');
    expect(readFileSync(join(root, supergraphFile), 'utf8')).toBe(text);
  });
});
