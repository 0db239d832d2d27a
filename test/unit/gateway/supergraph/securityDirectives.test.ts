import { executorOf } from '../../../../gateway/execution/openExecutor';
import { loadGraph } from '../../../../gateway/graph/graph';
import { mustCompose } from '../../../../gateway/supergraph/compose';
import { readSecurity } from '../../../../gateway/supergraph/securityDirectives';
import { createLogger } from '../../../../shared/logger/logger';
import { sdls } from '../../../support/gatewaySubgraphs';
import { executorConfig } from '../../../support/gatewayUp';

const { supergraphSdl } = mustCompose(sdls);

it('reads who may see what', () => {
  const { requirements } = readSecurity(supergraphSdl);
  expect(Object.fromEntries(requirements)).toMatchObject({
    'Query.actor': [],
    'Query.audit': [['audit:read']],
    'Mutation.rename': [['sanctions:write']],
    'Actor.secret': [['secret:read'], ['audit:read', 'legal:read']],
    Sealed: [['sealed:read']],
    // Composition gives an interface what its types need.
    Record: [['sealed:read']],
    'Record.secret': [['secret:read'], ['audit:read', 'legal:read']],
  });
  expect(requirements.has('Actor.name')).toBe(false);
});

it('leaves nothing of it for the planner, and all else as it was', () => {
  const { sdl } = readSecurity(supergraphSdl);
  expect(sdl).not.toMatch(/authenticated|requiresScopes/);
  expect(sdl).toMatch(/@inaccessible/);
  expect(sdl).toMatch(/@join__field/);
});

it('finds the directives under another name', () => {
  const renamed = supergraphSdl
    .replaceAll('@requiresScopes(', '@needs(')
    .replaceAll('requiresScopes__Scope', 'needs__Scope')
    .replace('requiresScopes/v0.1", for', 'requiresScopes/v0.1", as: "needs", for');
  expect(renamed).toContain('as: "needs"');
  expect(readSecurity(renamed)).toEqual(readSecurity(supergraphSdl));
});

const composed = readSecurity(supergraphSdl);

it.each([
  [
    'an import of another name',
    supergraphSdl
      .replaceAll('@requiresScopes(', '@needs(')
      .replaceAll('requiresScopes__Scope', 'Need')
      .replace(
        'requiresScopes/v0.1", for',
        'requiresScopes/v0.1", import: [{name: "@requiresScopes", as: "@needs"}, {name: "Scope", as: "Need"}], for',
      ),
  ],
  [
    'an import of its own name',
    supergraphSdl.replace(
      'requiresScopes/v0.1", for',
      'requiresScopes/v0.1", import: ["@requiresScopes"], for',
    ),
  ],
  [
    'a link that is renamed itself',
    supergraphSdl.replaceAll('@link(', '@linked(').replace('link/v1.0")', 'link/v1.0", as: "linked")'),
  ],
  ['a trailing slash in the URL', supergraphSdl.replace('requiresScopes/v0.1"', 'requiresScopes/v0.1/"')],
])('finds the directives by %s', (_how, sdl) => {
  expect(sdl).not.toBe(supergraphSdl);
  const { requirements, sdl: stripped } = readSecurity(sdl);
  expect(requirements).toEqual(composed.requirements);
  expect(stripped).not.toMatch(/needs|requiresScopes|Need\b/);
});

it('two directives at one place must both be satisfied', () => {
  const twice = `${supergraphSdl} extend type Actor @requiresScopes(scopes: [["x"]]) @requiresScopes(scopes: [["y"], ["x"]])`;
  expect(readSecurity(twice).requirements.get('Actor')).toEqual([['x']]);
});

describe('what composition did not see to', () => {
  /** The supergraph as a composer writes it that leaves out what the types imply for their interface. */
  const careless = supergraphSdl
    .replace(/(interface Record\s+@join__type\(graph: SANCTIONS\))\s+@requiresScopes\(.*\)/, '$1')
    .replace(/(interface Record[^}]*secret: String) @requiresScopes\(.*\)/, '$1');

  it('is worked out for an interface: what each type needs that implements it', () => {
    expect(careless).not.toContain(
      'secret: String @requiresScopes(scopes: [["secret:read"], ["audit:read", "legal:read"]])\n}',
    );
    expect(readSecurity(careless).requirements).toEqual(composed.requirements);
  });

  it('is worked out for a field that requires a protected one, however far away', () => {
    const sdl = supergraphSdl
      .replace(/linkedActorIds: \[ID!\]! @inaccessible/, '$& @requiresScopes(scopes: [["links:read"]])')
      .replace(/type Reach\s/, '$& @requiresScopes(scopes: [["reach:read"]]) ');
    const { requirements } = readSecurity(sdl);
    expect(requirements.get('Actor.reach')).toEqual([['links:read']]);
    // By Actor.reach the links, and by the type of it the reach.
    expect(requirements.get('Actor.frozenAccounts')?.map((set) => [...set].sort())).toEqual([
      ['links:read', 'reach:read'],
    ]);
    expect(requirements.has('Actor.name')).toBe(false);
  });

  it('is worked out for a field that an interface as an object adds to its types', () => {
    const sdl = supergraphSdl
      .replace(/interface Record\s+@join__type\(graph: SANCTIONS/, '$&, isInterfaceObject: true')
      .replace(
        '  secret: String @requiresScopes',
        '  note: String @requiresScopes(scopes: [["note:read"]])\n  secret: String @requiresScopes',
      );
    const { requirements } = readSecurity(sdl.replace(/(interface Record[^}]*?)note: String\n/, '$1'));
    expect(requirements.get('Actor.note')?.flat()).toContain('note:read');
  });
});

const invalid: readonly [what: string, sdl: string, names: string][] = [
  [
    'another feature for security',
    `${supergraphSdl} extend schema @link(url: "https://example.com/vault/v1.0", for: SECURITY)`,
    'vault',
  ],
  [
    'another version of a feature',
    supergraphSdl.replace('requiresScopes/v0.1', 'requiresScopes/v1.0'),
    'requiresScopes/v1.0',
  ],
  [
    'a directive without its link',
    supergraphSdl.replace(/@link\(url: "https:\/\/specs.apollo.dev\/requiresScopes.*\n/, '\n'),
    '@requiresScopes on ',
  ],
  [
    'a directive that another specification links',
    supergraphSdl.replace(
      'specs.apollo.dev/requiresScopes/v0.1", for: SECURITY',
      'example.com/requiresScopes/v0.1"',
    ),
    '@requiresScopes on ',
  ],
  [
    'a directive with a prefix and no link',
    `${supergraphSdl} extend type Audit @federation__authenticated`,
    'Audit',
  ],
  [
    'a directive on an argument',
    supergraphSdl.replace('sanctioned(asOf: Date)', 'sanctioned(asOf: Date @authenticated)'),
    'Actor.sanctioned.asOf',
  ],
  ['a directive on a union', `${supergraphSdl} union Any @authenticated = Actor | Sealed`, 'Any'],
  ['a directive on a field of an input', `${supergraphSdl} input In { a: Int @authenticated }`, 'In.a'],
  ['no scope in a set', supergraphSdl.replace('[["audit:read"]]', '[[]]'), 'Query.audit'],
  ['no set of scopes', supergraphSdl.replace('[["audit:read"]]', '[]'), 'Query.audit'],
  [
    'a scope with a space, which could be taken for a policy',
    supergraphSdl.replace('[["audit:read"]]', '[["policy audit"]]'),
    'Query.audit',
  ],
  ['an empty scope', supergraphSdl.replace('[["audit:read"]]', '[[""]]'), 'Query.audit'],
  [
    'a scope that is no text',
    supergraphSdl.replace('[["audit:read"]]', '[["audit:read", 1]]'),
    'Query.audit',
  ],
  [
    '@requires of what is not there',
    supergraphSdl.replace('requires: "linkedActorIds"', 'requires: "moon"'),
    'Actor.moon',
  ],
  [
    '@fromContext',
    supergraphSdl.replace(
      'requires: "linkedActorIds"',
      'contextArguments: [{context: "c", name: "n", type: "ID!", selection: "{ secret }"}]',
    ),
    'Actor.reach',
  ],
];

const invalidForStock: readonly [what: string, sdl: string, names: string][] = [
  [
    '@requires with arguments',
    supergraphSdl.replace('linkedActorIds: [ID!]!', 'linkedActorIds(first: Int): [ID!]!'),
    'Actor.reach @requires Actor.linkedActorIds',
  ],
  [
    '@requires of what may hold null',
    supergraphSdl.replace('accountIds: [ID!]!', 'accountIds: [ID]!'),
    'Actor.frozenAccounts @requires Reach.accountIds',
  ],
  [
    '@requires with arguments behind an interface',
    supergraphSdl
      .replace('requires: "linkedActorIds"', 'requires: "peer { note }"')
      .replace(/reach: Reach!/, 'peer: Record!\n  $&')
      .replace(/(type Sealed[^}]*)note: String/, '$1note(first: Int): String!'),
    'Sealed.note',
  ],
  [
    '@requires with arguments within a fragment',
    supergraphSdl
      .replace('requires: "linkedActorIds"', 'requires: "peer { ... on Actor { sanctioned } }"')
      .replace(/reach: Reach!/, 'peer: Record!\n  $&'),
    'Actor.sanctioned',
  ],
];

const load = (sdl: string, executor: typeof executorConfig.executor) =>
  loadGraph(
    sdl,
    executorOf({ ...executorConfig, executor }, { links: new Map(), logger: createLogger('test', 'silent') }),
  );

it.each(invalid)('rejects what it could not enforce, by name: %s', async (_what, sdl, names) => {
  expect(sdl).not.toBe(supergraphSdl);
  await expect(load(sdl, 'compiled')).rejects.toMatchObject({
    code: 'SUPERGRAPH_INVALID',
    message: expect.stringContaining(names),
  });
});

it.each(invalidForStock)('rejects what the stock executor gets wrong: %s', async (_what, sdl, names) => {
  expect(sdl).not.toBe(supergraphSdl);
  await expect(load(sdl, 'stock')).rejects.toMatchObject({
    code: 'SUPERGRAPH_INVALID',
    message: expect.stringContaining(names),
  });
});
