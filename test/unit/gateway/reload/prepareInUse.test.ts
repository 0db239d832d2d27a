import type { DocumentNode } from 'graphql';
import { executorOf } from '../../../../gateway/execution/openExecutor';
import type { CheckedOperation, Links } from '../../../../gateway/execution/planExecutor';
import { type Graph, loadGraph } from '../../../../gateway/graph/graph';
import type { SubgraphLink } from '../../../../gateway/link/subgraphLink';
import { prepareInUse } from '../../../../gateway/reload/prepareInUse';
import { authorizeOperation } from '../../../../gateway/steps/authorize';
import { queryLimits } from '../../../../gateway/steps/limitQuery';
import { parseOperation } from '../../../../gateway/steps/parseRequest';
import { mustCompose } from '../../../../gateway/supergraph/compose';
import { createLogger } from '../../../../shared/logger/logger';
import { sdls } from '../../../support/gatewaySubgraphs';
import { executorConfig } from '../../../support/gatewayUp';

const limits = { ...queryLimits, maxDepth: 12 };
const terms = { limits, mode: 'filter' } as const;
const opened: Graph[] = [];
afterAll(() => Promise.all(opened.map(({ executor }) => executor.close())));

/** A graph, and the operations that it was asked to prepare, in order. */
async function open(sanctions: string = sdls.sanctions) {
  const { supergraphSdl } = mustCompose({ ...sdls, sanctions });
  const links: Links = new Map(
    Object.keys(sdls).map((name) => [name, { name } as unknown as SubgraphLink] as const),
  );
  const graph = await loadGraph(
    supergraphSdl,
    executorOf(executorConfig, { links, logger: createLogger('test', 'silent') }),
  );
  opened.push(graph);
  const prepared: CheckedOperation[] = [];
  const executor = {
    ...graph.executor,
    prepare(operation: CheckedOperation) {
      prepared.push(operation);
      return graph.executor.prepare(operation);
    },
  };
  return { graph: { ...graph, executor } satisfies Graph, prepared };
}

function ask(graph: Graph, query: string, scopes: string[] = [], coerced = {}, operationName?: string) {
  const parsed = parseOperation(query, operationName, graph, limits);
  return authorizeOperation(parsed, { grants: scopes, coerced, mode: 'filter' });
}

const textsOf = (prepared: readonly CheckedOperation[]) =>
  prepared.map(({ document }: { readonly document: DocumentNode }) => document.loc?.source.body);

const plain = '{ actor(id: "a") { name } }';
const secret = '{ actor(id: "a") { name secret } }';
const conditional = 'query A($yes: Boolean!) { whoAmI @include(if: $yes) actors { id } } query B { whoAmI }';

it('prepares what is in use, for each kind of caller and condition, and nothing of it again', async () => {
  const before = await open();
  ask(before.graph, plain);
  ask(before.graph, secret, ['secret:read', 'else']);
  ask(before.graph, secret);
  ask(before.graph, conditional, [], { yes: true }, 'A');
  ask(before.graph, conditional, [], { yes: false }, 'A');
  ask(before.graph, plain);
  const next = await open(sdls.sanctions.replace('whoAmI: String!', 'whoAmI: String!\n later: String'));
  await prepareInUse(terms)(next.graph, before.graph);
  expect(next.prepared).toHaveLength(5);
  expect(textsOf(next.prepared)[0]).toBe(plain);
  ask(next.graph, plain);
  ask(next.graph, secret, ['secret:read']);
  ask(next.graph, secret, ['other']);
  ask(next.graph, conditional, [], { yes: true }, 'A');
  ask(next.graph, conditional, [], { yes: false }, 'A');
  expect(next.prepared).toHaveLength(5);
  ask(next.graph, conditional, [], {}, 'B');
  expect(next.prepared).toHaveLength(6);
});

it('leaves out what does not fit the new schema, and asks the new requirements of the rest', async () => {
  const before = await open();
  ask(before.graph, '{ whoAmI }');
  ask(before.graph, plain, ['secret:read']);
  const next = await open(
    sdls.sanctions
      .replace('whoAmI: String!', 'who: String!')
      .replace(
        'note: String\n      secret',
        'note: String @requiresScopes(scopes: [["note:read"]])\n      secret',
      )
      .replace('name: String!\n', 'name: String! @requiresScopes(scopes: [["secret:read"]])\n'),
  );
  await prepareInUse(terms)(next.graph, before.graph);
  expect(textsOf(next.prepared)).toEqual([plain]);
  expect(next.prepared[0]?.forbidden.size).toBe(0);
  ask(next.graph, plain);
  expect(next.prepared[1]?.forbidden.size).toBe(1);
});

it('ends when its time is over', async () => {
  const before = await open();
  ask(before.graph, plain);
  const next = await open();
  await prepareInUse(terms, -1)(next.graph, before.graph);
  expect(next.prepared).toEqual([]);
});
