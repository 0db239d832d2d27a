import { ApolloGateway } from '@apollo/gateway';
import { buildSchema, parse } from 'graphql';
import { fetchesOf, type PlanNode, type QueryPlan } from '../../../../../gateway/execution/plan/planNodes';
import { planRepair } from '../../../../../gateway/execution/plan/repairPlan';
import { readJoins } from '../../../../../gateway/supergraph/joins';
import { mustCompose } from '../../../../../gateway/supergraph/compose';
import { readSecurity } from '../../../../../gateway/supergraph/securityDirectives';
import { sdls } from '../../../../support/gatewaySubgraphs';

const { sdl } = readSecurity(mustCompose(sdls).supergraphSdl);
const repair = planRepair(buildSchema(sdl, { assumeValid: true, assumeValidSDL: true }), readJoins(sdl));
const made: QueryPlan[] = [];
process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
const gateway = new ApolloGateway({
  supergraphSdl: sdl,
  logger: { debug() {}, info() {}, warn() {}, error() {} },
  experimental_didResolveQueryPlan: ({ queryPlan }) => void made.push(structuredClone(queryPlan)),
  buildService: () => ({ process: async () => ({ data: {} }) }),
});
beforeAll(async () => {
  await gateway.load();
});
afterAll(() => gateway.stop());

/** The stock planner's plan, as it made it. */
async function plan(query: string): Promise<QueryPlan> {
  const request = { document: parse(query), queryHash: query, request: {}, context: {}, metrics: {} };
  await gateway.executor(request as unknown as Parameters<typeof gateway.executor>[0]);
  return made.pop() as QueryPlan;
}

/** Each fetch as `subgraph path: what it passes => what it asks`. */
const written = ({ node }: QueryPlan) =>
  fetchesOf(node as PlanNode).map(({ fetch, path }) => {
    const passed = (fetch.requires ?? [])
      .flatMap((type) => type.selections ?? [])
      .map((field) => 'name' in field && field.name);
    return `${fetch.serviceName} ${path.join('.')}: ${passed.join(' ')} => ${fetch.operation.replaceAll(/\s+/g, ' ')}`;
  });

const nested = '{ wallet(id: "w") { owner { frozenAccounts { id } } } }';

it('the stock planner asks for a required field without what that one requires (when this fails, the repair may go)', async () => {
  expect(written(await plan(nested))[0]).toMatch(/^attribution .*owner ?\{.*reach ?\{/);
});

it('the field is asked for after what it requires, and before what requires it', async () => {
  const found = await plan(nested);
  repair(found);
  const steps = written(found);
  expect(steps.map((step) => step.split(' ')[0])).toEqual([
    'attribution',
    'sanctions',
    'attribution',
    'enforcement',
  ]);
  expect(steps[0]).not.toContain('reach');
  expect(steps[2]).toMatch(/^attribution wallet\.owner: __typename id linkedActorIds => .*reach/);
});

it('a plan is repaired once', async () => {
  const found = await plan(nested);
  repair(found);
  const once = JSON.stringify(found);
  repair(found);
  expect(JSON.stringify(found)).toBe(once);
});

it.each([
  '{ actor(id: "a") { name wallets { chain } frozenAccounts { id } } }',
  '{ accounts { holder { frozenAccounts { id } } } }',
])('a plan that is right stays as it is: %s', async (query) => {
  const found = await plan(query);
  const before = written(found);
  repair(found);
  expect(written(found)).toEqual(before);
});

it('a plan that cannot be put right is not executed', async () => {
  const found = await plan(nested);
  const sequence = found.node as PlanNode & { nodes: PlanNode[] };
  sequence.nodes = sequence.nodes.filter((step) => !JSON.stringify(step).includes('"sanctions"'));
  expect(() => repair(found)).toThrow('Actor.reach without what it requires');
});
