import { parse } from 'graphql';
import { coreDirectiveNames } from '../../../../gateway/supergraph/coreDirectives';

const scopes = 'https://specs.apollo.dev/requiresScopes/v0.1';

it.each([
  ['its own name', `@link(url: "${scopes}", for: SECURITY)`, 'requiresScopes'],
  ['the prefixed name', `@link(url: "${scopes}")`, 'requiresScopes__requiresScopes'],
  ['another prefix', `@link(url: "${scopes}", as: "needs")`, 'needs'],
  [
    'an import under another name',
    `@link(url: "${scopes}", import: [{ name: "@requiresScopes", as: "@asks" }])`,
    'asks',
  ],
  ['a link that is renamed itself', `@core(feature: "${scopes}")`, 'requiresScopes'],
])('knows a directive by %s', (_what, link, name) => {
  expect(coreDirectiveNames(parse(`schema ${link} { query: Query } type Query { a: Int }`)).get(name)).toBe(
    'requiresScopes',
  );
});

it('passes over the specifications of others', () => {
  const links =
    '@link(url: "https://example.org/requiresScopes/v0.1") @link(url: "https://specs.apollo.dev/toString/v0.1")';
  expect(coreDirectiveNames(parse(`schema ${links} { query: Query } type Query { a: Int }`)).size).toBe(0);
});
