import { buildSubgraphSchema } from '@apollo/subgraph';
import { type FormattedExecutionResult, parse } from 'graphql';
import { startGatewayOver } from '../support/gatewayOver';
import type { GatewayUp } from '../support/gatewayUp';
import type { Identity } from '../../shared/identity/identity';
import { createLogger } from '../../shared/logger/logger';
import { protectFields } from '../../shared/subgraph/protectFields';
import { readGrants } from '../../shared/subgraph/requiredGrants';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';
import { callerOf } from '../support/identities';

/** Every kind of place that federation's authorisation directives may stand on, as an answer and as an argument. */
const sdl = /* GraphQL */ `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@authenticated", "@requiresScopes", "@policy", "@shareable"]
    )

  enum Grade @requiresScopes(scopes: [["grade:read"]]) {
    SECRET
  }
  enum Plain {
    OPEN
  }
  scalar Token @requiresScopes(scopes: [["token:read", "token:use"], ["token:all"]])
  scalar Known @authenticated
  scalar Audited @policy(policies: [["auditor"]])
  enum Both @requiresScopes(scopes: [["grade:read"]]) @policy(policies: [["auditor"]]) {
    BOTH
  }

  input Filter {
    plain: Plain
    grade: Grade
    tokens: [Token!]
    inner: Filter
  }

  interface Record {
    id: ID!
    note: String
  }
  type Open implements Record {
    id: ID!
    note: String
  }
  type Sealed implements Record @requiresScopes(scopes: [["sealed:read"]]) {
    id: ID!
    note: String @policy(policies: [["auditor"]])
  }

  type Query {
    plain(of: Plain, filter: Filter): String
    grade: Grade
    grades: [Grade]
    byGrade(grade: Grade): String
    byGrades(grades: [Grade!]): String
    byFilter(filter: Filter, filters: [Filter!]): String
    byToken(token: Token): String
    known(known: Known): Known
    audited: Audited
    byAudited(audited: Audited): String
    both: Both
    byBoth(both: [[Both]]): String
    record(id: ID!): Record
    sealed: Sealed
    guarded: String @requiresScopes(scopes: [["grade:read"]]) @policy(policies: [["auditor"]])
  }
`;

const typeDefs = parse(sdl);
const secret = 'a secret';
const records: Readonly<Record<string, object>> = {
  open: { __typename: 'Open', id: 'open', note: secret },
  sealed: { __typename: 'Sealed', id: 'sealed', note: secret },
};
const strings = ['plain', 'byGrade', 'byGrades', 'byFilter', 'byToken', 'byAudited', 'byBoth', 'guarded'];
const resolvers = {
  Query: {
    ...Object.fromEntries(strings.map((name) => [name, () => secret])),
    grade: () => 'SECRET',
    grades: () => ['SECRET'],
    known: () => secret,
    audited: () => secret,
    both: () => 'BOTH',
    record: (_root: unknown, { id }: { id: string }) => records[id],
    sealed: () => records['sealed'],
  },
};

let subgraph: Subgraph;
/** Decides nothing in its place: what is answered was decided by the subgraph only. */
let dryRun: GatewayUp;
let filtering: GatewayUp;
beforeAll(async () => {
  const schema = buildSubgraphSchema({ typeDefs, resolvers: resolvers });
  protectFields(schema, readGrants(typeDefs));
  subgraph = await runSubgraph<{ caller: Identity }>({
    name: 'guarded',
    schema,
    logger: createLogger('test', 'silent'),
    createContext: (caller) => ({ caller }),
    loadedCases: async () => [],
    close: async () => undefined,
  });
  dryRun = await startGatewayOver(subgraph, sdl, { authorization: 'dry-run' });
  filtering = await startGatewayOver(subgraph, sdl);
});
afterAll(() => Promise.all([dryRun.close(), filtering.close()]));

const secretWords = /a secret|SECRET|BOTH/;

const ask = (query: string, scopes: readonly string[], role: 'analyst' | 'auditor', variables = {}) =>
  subgraph.execute({ query, variables }, { ...callerOf(role), scopes: [...scopes] });

const isRejected = ({ errors, data }: FormattedExecutionResult) =>
  (errors ?? []).length > 0 &&
  (errors ?? []).every(({ extensions }) => extensions?.['code'] === 'UNAUTHORIZED_FIELD_OR_TYPE') &&
  !secretWords.test(JSON.stringify(data ?? null));

type Held = readonly string[];
const every: Held = ['grade:read', 'token:read', 'token:use', 'token:all', 'sealed:read'];
const without = (...names: string[]) => every.filter((name) => !names.includes(name));
const noToken = without('token:all', 'token:use');

/** By query: a caller that lacks one thing, and one that has just enough. */
const cases: readonly [
  string,
  readonly [Held, 'analyst' | 'auditor'],
  readonly [Held, 'analyst' | 'auditor'],
  object?,
][] = [
  ['{ grade }', [without('grade:read'), 'auditor'], [['grade:read'], 'analyst']],
  ['{ grades }', [without('grade:read'), 'auditor'], [['grade:read'], 'analyst']],
  ['{ byGrade(grade: SECRET) }', [without('grade:read'), 'auditor'], [['grade:read'], 'analyst']],
  ['{ byGrades(grades: [SECRET]) }', [without('grade:read'), 'auditor'], [['grade:read'], 'analyst']],
  [
    'query($g: Grade) { byGrade(grade: $g) }',
    [without('grade:read'), 'auditor'],
    [['grade:read'], 'analyst'],
    { g: 'SECRET' },
  ],
  [
    '{ byFilter(filter: { inner: { inner: { grade: SECRET } } }) }',
    [without('grade:read'), 'auditor'],
    [['grade:read'], 'analyst'],
  ],
  [
    '{ byFilter(filters: [{ plain: OPEN }, { grade: SECRET }]) }',
    [without('grade:read'), 'auditor'],
    [['grade:read'], 'analyst'],
  ],
  [
    'query($f: Filter) { byFilter(filter: $f) }',
    [noToken, 'auditor'],
    [[...every], 'analyst'],
    { f: { tokens: ['x'] } },
  ],
  ['{ byToken(token: "x") }', [noToken, 'auditor'], [['token:all'], 'analyst']],
  [
    '{ byToken(token: "x") }',
    [without('token:all', 'token:read'), 'auditor'],
    [['token:read', 'token:use'], 'analyst'],
  ],
  ['{ audited }', [every, 'analyst'], [[], 'auditor']],
  ['{ byAudited(audited: 1) }', [every, 'analyst'], [[], 'auditor']],
  ['{ both }', [without('grade:read'), 'auditor'], [['grade:read'], 'auditor']],
  ['{ both }', [every, 'analyst'], [['grade:read'], 'auditor']],
  ['{ byBoth(both: [[BOTH]]) }', [every, 'analyst'], [['grade:read'], 'auditor']],
  ['{ guarded }', [every, 'analyst'], [['grade:read'], 'auditor']],
  ['{ guarded }', [without('grade:read'), 'auditor'], [['grade:read'], 'auditor']],
  ['{ record(id: "open") { id note } }', [without('sealed:read'), 'auditor'], [['sealed:read'], 'auditor']],
  ['{ record(id: "sealed") { note } }', [without('sealed:read'), 'auditor'], [['sealed:read'], 'auditor']],
  ['{ record(id: "sealed") { note } }', [every, 'analyst'], [['sealed:read'], 'auditor']],
  ['{ record(id: "sealed") { ... on Sealed { note } } }', [every, 'analyst'], [['sealed:read'], 'auditor']],
  ['{ sealed { note } }', [every, 'analyst'], [['sealed:read'], 'auditor']],
  ['{ sealed { id } }', [without('sealed:read'), 'auditor'], [['sealed:read'], 'analyst']],
];

describe.each(cases)('%s', (query, [lacking, lackingRole], [enough, enoughRole], variables = {}) => {
  it('is decided by the subgraph itself', async () => {
    expect(isRejected(await ask(query, lacking, lackingRole, variables))).toBe(true);
    expect(isRejected(await ask(query, [], 'analyst', variables))).toBe(true);
    const allowed = await ask(query, enough, enoughRole, variables);
    expect([allowed.errors, JSON.stringify(allowed.data)]).toEqual([
      undefined,
      expect.stringMatching(/secret|SECRET|BOTH|sealed/),
    ]);
  });

  it('is decided alike by the gateway, and by the subgraph where the gateway does not', async () => {
    for (const up of [dryRun, filtering]) {
      const sign = (scopes: Held, role: string) => up.issuer.sign({ scope: scopes.join(' '), roles: [role] });
      const rejected = await up.ask(query, { token: await sign(lacking, lackingRole), variables });
      expect(rejected.text).not.toMatch(secretWords);
      // A list at the root cannot be null.
      const code = rejected.status === 403 ? 'FORBIDDEN' : 'UNAUTHORIZED_FIELD_OR_TYPE';
      expect(new Set(rejected.codes)).toEqual(new Set([code]));
      const allowed = await up.ask(query, { token: await sign(enough, enoughRole), variables });
      expect([allowed.status, allowed.errors]).toEqual([200, undefined]);
    }
  });
});

it('asks for nothing where no protected value is given, and any caller is authenticated', async () => {
  const query =
    'query($g: Grade, $f: Filter) { plain(of: OPEN, filter: { plain: OPEN }) byGrade(grade: $g) byFilter(filter: $f) known(known: 1) }';
  const { errors, data } = await ask(query, [], 'analyst', { f: { plain: 'OPEN', tokens: [] } });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ plain: secret, byGrade: secret, byFilter: secret, known: secret });
});

it.each([
  ['an interface', 'interface I @requiresScopes(scopes: [["a"]]) { id: ID }'],
  ['a field of an interface', 'interface I { id: ID @authenticated }'],
  ['an extension', 'extend type T @requiresScopes(scopes: [["a"]]) { id: ID }'],
  ['a policy that only the gateway knows', 'type T @policy(policies: [["night-desk"]]) { id: ID }'],
  ['no scope', 'enum E @requiresScopes(scopes: [[]]) { A }'],
])('is not built with directives on %s: nothing would check them', (_what, text) => {
  expect(() => readGrants(parse(text))).toThrow();
});
