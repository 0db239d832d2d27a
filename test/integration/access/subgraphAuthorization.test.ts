import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isLeafType,
  isObjectType,
  parse,
  type FormattedExecutionResult,
} from 'graphql';
import type { Identity } from '../../../shared/identity/identity';
import type { Permissions } from '../../../shared/identity/permissions';
import { roles, scopesOfRole } from '../../../shared/identity/roles';
import { createLogger } from '../../../shared/logger/logger';
import { executableSubgraph, printSubgraph } from '../../../shared/subgraph/buildSubgraph';
import type { GrantSets, Requirements } from '../../../shared/identity/grantSets';
import { readGrants } from '../../../shared/subgraph/requiredGrants';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { openAttribution } from '../../../subgraphs/attribution/openAttribution';
import { attributionPermissions } from '../../../subgraphs/attribution/permissions';
import { attributionDefinition } from '../../../subgraphs/attribution/schema';
import { openEnforcement } from '../../../subgraphs/enforcement/openEnforcement';
import { enforcementPermissions } from '../../../subgraphs/enforcement/permissions';
import { enforcementDefinition } from '../../../subgraphs/enforcement/schema';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { sanctionsPermissions } from '../../../subgraphs/sanctions/permissions';
import { sanctionsDefinition } from '../../../subgraphs/sanctions/schema';
import { callerOf } from '../../support/identities';
import { minimalArguments } from '../../support/minimalArguments';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const logger = createLogger('subgraph', 'silent');

interface Case {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly required: Requirements;
  readonly permissions: Permissions;
  open(store: TestStore): Promise<Subgraph>;
}

const cases: readonly Case[] = [
  {
    name: 'sanctions',
    schema: executableSubgraph(sanctionsDefinition),
    required: readGrants(parse(printSubgraph(sanctionsDefinition))),
    permissions: sanctionsPermissions,
    open: (store) => openSanctions({ ...store, logger }),
  },
  {
    name: 'attribution',
    schema: executableSubgraph(attributionDefinition),
    required: readGrants(parse(printSubgraph(attributionDefinition))),
    permissions: attributionPermissions,
    open: (store) => openAttribution({ ...store, logger }),
  },
  {
    name: 'enforcement',
    schema: executableSubgraph(enforcementDefinition),
    required: readGrants(parse(printSubgraph(enforcementDefinition))),
    permissions: enforcementPermissions,
    open: (store) => openEnforcement({ ...store, logger }),
  },
];

const everyScope = [...new Set(Object.values(scopesOfRole).flat())];

const callerWith = (scopes: readonly string[], over: Partial<Identity> = {}): Identity => ({
  ...callerOf('analyst'),
  scopes: [...scopes],
  ...over,
});

/** Every set of scopes that lacks one scope of each alternative: the most that a caller can hold and still lack the right. */
const almostEnough = (sets: GrantSets): string[][] =>
  sets
    .reduce<string[][]>(
      (lacking, set) => lacking.flatMap((lacks) => set.map((scope) => [...lacks, scope])),
      [[]],
    )
    .map((lacks) => everyScope.filter((scope) => !lacks.includes(scope)));

const holds = (scopes: readonly string[], sets: GrantSets | undefined) =>
  !sets || sets.some((set) => set.every((scope) => scopes.includes(scope)));

const codesOf = ({ errors }: FormattedExecutionResult) =>
  (errors ?? []).map(({ extensions }) => extensions?.['code']);

const selection = (type: GraphQLObjectType | undefined) => (type ? '{ __typename }' : '');

function fieldQueries(type: GraphQLObjectType | null | undefined) {
  return Object.values(type?.getFields() ?? {})
    .filter(({ name }) => !name.startsWith('_'))
    .map((field) => {
      const answer = getNamedType(field.type);
      const of = isLeafType(answer) ? undefined : (answer as GraphQLObjectType);
      return { name: field.name, query: `${field.name}${minimalArguments(field.args)} ${selection(of)}`, of };
    });
}

describe.each(cases)('the subgraph $name decides by itself', ({ schema, required, permissions, open }) => {
  let store: TestStore;
  let subgraph: Subgraph;
  const ask = (query: string, caller: Identity, variables = {}) =>
    subgraph.execute({ query, variables }, caller);

  beforeAll(async () => {
    store = await openTestStore();
    subgraph = await open(store);
  });
  afterAll(async () => {
    await subgraph.close();
    await store.close();
  });

  it('which scopes every root field needs', async () => {
    const fields = fieldQueries(schema.getQueryType());
    expect(fields.length).toBeGreaterThan(5);
    for (const { name, query } of fields) {
      const sets = required.get(`Query.${name}`) ?? [];
      expect([name, sets.length]).not.toEqual([name, 0]);
      for (const scopes of [[], ...almostEnough(sets)]) {
        const answer = await ask(`{ ${query} }`, callerWith(scopes));
        expect([name, scopes, codesOf(answer)]).toEqual([name, scopes, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
        expect(answer.data?.[name] ?? null).toBeNull();
      }
      const allowed = await ask(`{ ${query} }`, callerWith(everyScope));
      expect([name, codesOf(allowed)]).not.toEqual([
        name,
        expect.arrayContaining(['UNAUTHORIZED_FIELD_OR_TYPE']),
      ]);
    }
  });

  it('which scopes every entity needs, before it is looked up', async () => {
    const entities = entityTypes(schema);
    expect(entities.length).toBeGreaterThan(1);
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
    for (const { name } of entities) {
      const sets = required.get(name) ?? [];
      const r = [{ __typename: name, id: 'nobody:1', fromId: 'nobody:1', toId: 'nobody:2' }];
      for (const scopes of [[], ...almostEnough(sets)]) {
        const answer = await ask(query, callerWith(scopes), { r });
        expect([name, scopes, codesOf(answer)]).toEqual([name, scopes, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
      }
      const allowed = await ask(query, callerWith(everyScope), { r });
      expect([name, codesOf(allowed)]).not.toEqual([name, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
    }
  });

  it('which scopes every field of an entity needs, with those of the type of its answer', async () => {
    let tried = 0;
    for (const type of entityTypes(schema)) {
      for (const { name, query, of } of fieldQueries(type)) {
        const needed = [required.get(`${type.name}.${name}`), of && required.get(of.name)];
        for (const sets of needed) {
          // A caller that may not see the entity itself says nothing of its field.
          const lacking = almostEnough(sets ?? []).filter((scopes) => holds(scopes, required.get(type.name)));
          for (const scopes of sets ? lacking : []) {
            tried++;
            const answer = await ask(
              `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type.name} { ${query} } } }`,
              callerWith(scopes),
              { r: [representationOf(type.name)] },
            );
            const place = `${type.name}.${name}`;
            expect([place, scopes, codesOf(answer)]).toEqual([place, scopes, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(0);
  });

  it('which roles may call every mutation, and with which scope', async () => {
    for (const { name, query } of fieldQueries(schema.getMutationType())) {
      const permission = permissions[name] ?? {};
      const asked = async (caller: Identity) => codesOf(await ask(`mutation { ${query} }`, caller));
      const everybody = roles.map((role) => callerWith(everyScope, { roles: [role], ...venueOf(role) }));
      for (const caller of everybody) {
        const [role] = caller.roles;
        const scope = role && permission[role];
        const codes = await asked(caller);
        if (scope === undefined) {
          expect([name, role, codes]).toEqual([name, role, ['ROLE_MISSING']]);
          continue;
        }
        expect([name, role, codes]).not.toEqual([name, role, expect.arrayContaining(['ROLE_MISSING'])]);
        const without = { ...caller, scopes: everyScope.filter((other) => other !== scope) };
        expect([name, role, await asked(without)]).toEqual([name, role, ['ROLE_MISSING']]);
        for (const reader of ['auditor', 'spokesperson'] as const) {
          const both = { ...caller, roles: [...caller.roles, reader] };
          expect([name, role, reader, await asked(both)]).toEqual([name, role, reader, ['ROLE_MISSING']]);
        }
      }
      const venuesAnalyst = callerWith(everyScope, { venue: 'meridian', operator: false });
      if (!permission.partner) expect([name, await asked(venuesAnalyst)]).toEqual([name, ['ROLE_MISSING']]);
    }
  });
});

const venueOf = (role: string) => (role === 'partner' ? { venue: 'meridian', operator: false } : {});

const entityTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType =>
      isObjectType(type) &&
      (type.astNode?.directives ?? []).some(
        ({ name, arguments: args }) =>
          name.value === 'key' && !args?.some((argument) => argument.name.value === 'resolvable'),
      ),
  );

const representationOf = (type: string) => ({
  __typename: type,
  id: type === 'Wallet' ? 'eip155:1:0x0000000000000000000000000000000000000001' : 'nobody:1',
});
