import fc from 'fast-check';
import { execute, type GraphQLFieldResolver, parse } from 'graphql';
import { mustCompose } from '../../../gateway/supergraph/compose';
import { queryOf, selection } from '../../support/gatewayQueries';
import { resolvers, sdls, type SubgraphName } from '../../support/gatewaySubgraphs';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp({ maxDepth: 30 });
});
afterAll(() => up.close());
beforeEach(() => up.down.clear());

const variables = { yes: true };
type Resolve = (source: unknown, args: unknown) => unknown;

/** The oracle: the same resolvers in one schema, with no gateway, plan or subgraph between them. */
const monolith = mustCompose(sdls).apiSchema;
const whole: Record<string, Record<string, Resolve>> = {};
for (const types of Object.values(resolvers)) {
  for (const [type, fields] of Object.entries(types)) {
    if (typeof fields === 'object')
      whole[type] = { ...whole[type], ...(fields as unknown as Record<string, Resolve>) };
  }
}
const linked = (source: unknown) => resolvers.sanctions.Actor.linkedActorIds(source as { id: string });
const frozenAccounts = (source: unknown) => linked(source).map((id) => ({ id: `acc-${id}` }));
const resolve: GraphQLFieldResolver<Record<string, unknown>, unknown> = (source, args, _context, info) => {
  if (info.parentType.name === 'Actor' && info.fieldName === 'frozenAccounts') return frozenAccounts(source);
  const resolver = whole[info.parentType.name]?.[info.fieldName];
  return resolver ? resolver(source, args) : source[info.fieldName];
};

it('the gateway answers as one schema with the same resolvers would', async () => {
  await fc.assert(
    fc.asyncProperty(selection('Query', 5), async (asked) => {
      const query = queryOf(asked);
      const answer = await up.ask(query, { variables });
      const expected = await execute({
        schema: monolith,
        document: parse(query),
        variableValues: variables,
        rootValue: {},
        fieldResolver: resolve,
        typeResolver: (value) => (value as { __typename: string }).__typename,
      });
      expect(expected.errors).toBeUndefined();
      expect(answer.text).toBe(JSON.stringify({ data: expected.data }));
    }),
    { numRuns: 40 },
  );
});

/** Returns the silent losses: places where a partial answer differs from the full one without an error. */
function silentLosses(full: unknown, part: unknown, errors: readonly string[], path = ''): readonly string[] {
  if (part === null && full !== null)
    return errors.some((at) => `${at}.`.startsWith(`${path}.`)) ? [] : [path];
  if (typeof full !== 'object' || full === null || typeof part !== 'object' || part === null) {
    return full === part ? [] : [path];
  }
  const names = new Set([...Object.keys(full), ...Object.keys(part)]);
  return [...names].flatMap((name) =>
    silentLosses(
      (full as Record<string, unknown>)[name],
      (part as Record<string, unknown>)[name],
      errors,
      `${path}.${name}`,
    ),
  );
}

it('whatever is down, what is answered is as it was, and what is not has an error on its path', async () => {
  const names = Object.keys(sdls) as SubgraphName[];
  await fc.assert(
    fc.asyncProperty(selection('Query', 5), fc.subarray(names, { minLength: 1 }), async (asked, down) => {
      const query = queryOf(asked);
      up.down.clear();
      const full = await up.ask(query, { variables });
      for (const name of down) up.down.add(name);
      const part = await up.ask(query, { variables });
      const paths = (part.errors ?? []).map((error) => `.${error.path?.join('.')}`);
      expect(silentLosses(full.data, part.data, paths)).toEqual([]);
      expect(part.codes.every((code) => code === 'SUBGRAPH_UNAVAILABLE')).toBe(true);
      expect(new Set(paths).size).toBe(paths.length);
    }),
    { numRuns: 50 },
  );
});

it('sees a loss that is silent: the check itself can fail', () => {
  const full = { a: { b: [1, null] } };
  expect(silentLosses(full, { a: { b: [null, null] } }, [])).toEqual(['.a.b.0']);
  expect(silentLosses(full, { a: null }, ['.a.b.0'])).toEqual([]);
  expect(silentLosses(full, { a: { b: [] } }, ['.x'])).toEqual(['.a.b.0', '.a.b.1']);
  expect(silentLosses(full, { a: { b: [2, null] } }, ['.a.b.0'])).toEqual(['.a.b.0']);
});
