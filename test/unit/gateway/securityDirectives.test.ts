import { loadGraph } from '../../../gateway/supergraph/graph';
import { mustCompose } from '../../../gateway/supergraph/compose';
import { readSecurity } from '../../../gateway/supergraph/securityDirectives';
import { createLogger } from '../../../shared/logger/logger';
import { sdls } from '../../support/gatewaySubgraphs';

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

it.each([
  [
    '@policy',
    `${supergraphSdl} extend schema @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)`,
  ],
  ['no scope in a set', supergraphSdl.replace('[["audit:read"]]', '[[]]')],
  ['no set of scopes', supergraphSdl.replace('[["audit:read"]]', '[]')],
])('refuses what it could not enforce: %s', async (_what, sdl) => {
  expect(sdl).not.toBe(supergraphSdl);
  const loading = loadGraph(sdl, new Map(), createLogger('test', 'silent'));
  await expect(loading).rejects.toMatchObject({ code: 'SUPERGRAPH_INVALID' });
});
