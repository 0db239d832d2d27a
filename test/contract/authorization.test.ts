import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, getNamedType, type GraphQLObjectType, isObjectType, parse } from 'graphql';
import { readCommittedSdls } from '../../gateway/supergraph/committed';
import { mustCompose } from '../../gateway/supergraph/compose';
import { maySee } from '../../gateway/supergraph/requirements';
import { readSecurity } from '../../gateway/supergraph/securityDirectives';
import { projectRoot } from '../../shared/config/projectRoot';
import type { Permission } from '../../shared/identity/permissions';
import { attributionPermissions } from '../../subgraphs/attribution/permissions';
import { enforcementPermissions } from '../../subgraphs/enforcement/permissions';
import { sanctionsPermissions } from '../../subgraphs/sanctions/permissions';

const { supergraphSdl, apiSchema } = mustCompose(readCommittedSdls(projectRoot()));
const { requirements } = readSecurity(supergraphSdl);
const permissions: Readonly<Record<string, Permission>> = {
  ...sanctionsPermissions,
  ...attributionPermissions,
  ...enforcementPermissions,
};

const objectTypes = Object.values(apiSchema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);
const roots = [apiSchema.getQueryType(), apiSchema.getMutationType()].filter((type) => !!type);
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());

/** The record around them names the scopes of their content. */
const valueTypes = ['Asset', 'PageInfo', 'Source'];

/**
 * Types that either scope opens. A wallet has only its address and chain of its own, which its id gives too.
 * It is on a sanctions list as much as in the transfers, so that either scope is enough. Each further field
 * names its own.
 */
const withEitherScope = ['Wallet'];

/** By type: the fields of Query that answer with it, by itself or in pages. */
const rootFields = new Map<string, GraphQLObjectType['name'][]>();
for (const field of fieldsOf(apiSchema.getQueryType() as GraphQLObjectType)) {
  const answer = getNamedType(field.type);
  const nodes = isObjectType(answer) ? answer.getFields()['nodes'] : undefined;
  for (const type of new Set([answer.name, ...(nodes ? [getNamedType(nodes.type).name] : [])]))
    rootFields.set(type, [...(rootFields.get(type) ?? []), field.name]);
}

const everyScope = [...new Set([...requirements.values()].flat(2))].sort();
const everyHolding = Array.from(
  { length: 2 ** everyScope.length },
  (_, bits) => new Set(everyScope.filter((_scope, i) => (bits >> i) & 1)),
);

/** The types that a caller reaches from the root types, by fields that the gateway lets it ask for. */
function typesInReach(scopes: ReadonlySet<string>): ReadonlySet<string> {
  const reached = new Set<GraphQLObjectType>(roots);
  for (const type of reached) {
    for (const field of fieldsOf(type)) {
      const answer = getNamedType(field.type);
      if (isObjectType(answer) && maySee(requirements, scopes, type, field)) reached.add(answer);
    }
  }
  return new Set([...reached].map(({ name }) => name));
}

describe('scopes', () => {
  it('stand on every type but values', () => {
    const open = objectTypes.filter((type) => !roots.includes(type) && !requirements.get(type.name)?.length);
    expect(open.map(({ name }) => name).sort()).toEqual(valueTypes);
  });

  it('let nobody reach a type who may not ask a root field for it', () => {
    expect(everyScope.length).toBeGreaterThan(8);
    const query = apiSchema.getQueryType() as GraphQLObjectType;
    const leaks = new Set<string>();
    for (const scopes of everyHolding) {
      for (const type of typesInReach(scopes)) {
        const fields = rootFields.get(type)?.map((name) => query.getFields()[name]) ?? [];
        if (fields.length === 0 || withEitherScope.includes(type)) continue;
        if (!fields.some((field) => field && maySee(requirements, scopes, query, field)))
          leaks.add(`${type} with ${[...scopes].join(', ')}`);
      }
    }
    expect([...leaks].slice(0, 10)).toEqual([]);
  });

  it('let nobody reach anything without one', () => {
    expect([...typesInReach(new Set())].sort()).toEqual(roots.map(({ name }) => name).sort());
  });
});

describe('permissions', () => {
  // Those too that no client sees: the gateway calls them for uploads.
  const mutations = fieldsOf(
    buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true }).getMutationType() as GraphQLObjectType,
  ).map(({ name }) => name);

  it('are there for every mutation', () => expect(Object.keys(permissions).sort()).toEqual(mutations.sort()));

  it.each(mutations)('of %s ask for the scopes that the schema shows', (mutation) => {
    const scopes = [...new Set(Object.values(permissions[mutation] ?? {}))].sort();
    expect([...(requirements.get(`Mutation.${mutation}`) ?? [])].flat().sort()).toEqual(scopes);
  });

  it('are those of docs/concepts/commands.md', () => {
    const text = readFileSync(join(projectRoot(), 'docs', 'concepts', 'commands.md'), 'utf8');
    const shown = [...text.matchAll(/^\| `([a-z]\w+)` +\| ([^|]+) \| ([^|]+) \|$/gm)].map(
      ([, mutation = '', roles = '', scopes = '']) => [mutation, roles.trim(), scopes.trim()],
    );
    const wanted = Object.entries(permissions).map(([mutation, permission]) => [
      mutation,
      Object.keys(permission).join(', '),
      [...new Set(Object.values(permission))].map((scope) => `\`${scope}\``).join(', '),
    ]);
    expect(shown.sort()).toEqual(wanted.sort());
  });
});
