import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildASTSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  isObjectType,
  parse,
} from 'graphql';
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
/** Scopes that a caller may hold, each a bit of a number. */
type Holding = number;
const scopesIn = (holding: Holding) => new Set(everyScope.filter((_scope, i) => (holding >> i) & 1));
const isPart = (part: Holding, whole: Holding) => (part & whole) === part;

/** Returns those of which no other one is a part: who holds more may ask for no less. */
const least = (holdings: readonly Holding[]): readonly Holding[] =>
  [...new Set(holdings)].filter((one, _, all) => !all.some((other) => other !== one && isPart(other, one)));

/** Returns the least holdings by which the gateway lets a field be asked for. */
function needsOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): readonly Holding[] {
  const places = [type.name, `${type.name}.${field.name}`, getNamedType(field.type).name];
  const named = places.flatMap((place) => requirements.get(place) ?? []).flat();
  const all = named.reduce((bits, scope) => bits | (1 << everyScope.indexOf(scope)), 0);
  const open: Holding[] = [];
  for (let part = all; ; part = (part - 1) & all) {
    if (maySee(requirements, scopesIn(part), type, field)) open.push(part);
    if (part === 0) return least(open);
  }
}

const needs = new Map(
  objectTypes.map((type) => [
    type,
    fieldsOf(type).map((field) => ({
      name: field.name,
      answer: getNamedType(field.type),
      holdings: needsOf(type, field),
    })),
  ]),
);

/** The types that callers reach from the root types, each with the least holdings by which one does. */
function typesInReach(): ReadonlyMap<GraphQLObjectType, readonly Holding[]> {
  const reached = new Map<GraphQLObjectType, readonly Holding[]>(roots.map((root) => [root, [0]]));
  const waiting = [...roots];
  for (const type of waiting)
    for (const { answer, holdings } of needs.get(type) ?? []) {
      if (!isObjectType(answer)) continue;
      const before = reached.get(answer) ?? [];
      const here = reached.get(type) ?? [];
      const now = least([...before, ...here.flatMap((held) => holdings.map((more) => held | more))]);
      if (now.length === before.length && now.every((one) => before.includes(one))) continue;
      reached.set(answer, now);
      waiting.push(answer);
    }
  return reached;
}

describe('scopes', () => {
  it('stand on every type but values', () => {
    const open = objectTypes.filter((type) => !roots.includes(type) && !requirements.get(type.name)?.length);
    expect(open.map(({ name }) => name).sort()).toEqual(valueTypes);
  });

  it('let nobody reach a type who may not ask a root field for it', () => {
    expect(everyScope.length).toBeGreaterThan(8);
    const query = needs.get(apiSchema.getQueryType() as GraphQLObjectType) ?? [];
    const leaks: string[] = [];
    for (const [type, holdings] of typesInReach()) {
      const fields = query.filter(({ name }) => rootFields.get(type.name)?.includes(name));
      if (fields.length === 0 || withEitherScope.includes(type.name)) continue;
      const asked = fields.flatMap((field) => field.holdings);
      // A caller who holds no more than it takes to reach the type is the one who may not ask for it.
      for (const holding of holdings)
        if (!asked.some((needed) => isPart(needed, holding)))
          leaks.push(`${type.name} with ${[...scopesIn(holding)].join(', ')}`);
    }
    expect(leaks).toEqual([]);
  });

  it('let nobody reach anything without one', () => {
    const open = [...typesInReach()].filter(([, holdings]) => holdings.includes(0));
    expect(open.map(([type]) => type)).toEqual(roots);
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
