import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { executorOf } from '../../../../gateway/execution/openExecutor';
import type { CheckedOperation, Links } from '../../../../gateway/execution/planExecutor';
import { type Graph, loadGraph } from '../../../../gateway/graph/graph';
import { readSupergraph } from '../../../../gateway/graph/openSupergraph';
import type { SubgraphLink } from '../../../../gateway/link/subgraphLink';
import { readOperationList } from '../../../../gateway/operations/operationList';
import { prepareConsole } from '../../../../gateway/reload/prepareConsole';
import { authorizeOperation } from '../../../../gateway/steps/authorize';
import { queryLimits } from '../../../../gateway/steps/limitQuery';
import { parseOperation } from '../../../../gateway/steps/parseRequest';
import { supergraphFile } from '../../../../gateway/supergraph/committed';
import { scopesOfRole } from '../../../../shared/identity/roles';
import { projectRoot } from '../../../../shared/config/projectRoot';
import { createLogger } from '../../../../shared/logger/logger';
import { executorConfig } from '../../../support/gatewayUp';

const terms = { limits: { ...queryLimits, maxDepth: 12 }, mode: 'filter' } as const;
const logger = createLogger('test', 'silent');
const file = join(projectRoot(), 'console', 'src', 'graph', 'generated', 'persisted-documents.json');
let graph: Graph;
const prepared: CheckedOperation[] = [];

beforeAll(async () => {
  const names = ['sanctions', 'attribution', 'enforcement', 'reads'];
  const links: Links = new Map(names.map((name) => [name, { name } as unknown as SubgraphLink] as const));
  const loaded = await loadGraph(
    readSupergraph(join(projectRoot(), supergraphFile)),
    executorOf(executorConfig, { links, logger }),
  );
  const executor = {
    ...loaded.executor,
    prepare(operation: CheckedOperation) {
      prepared.push(operation);
      return loaded.executor.prepare(operation);
    },
  };
  graph = { ...loaded, executor };
});
afterAll(() => graph.executor.close());

it('plans nothing once it was ended', async () => {
  await prepareConsole(graph, terms, { file, logger, signal: AbortSignal.abort() });
  expect(prepared).toEqual([]);
});

it('plans each operation of the manifest, so that a person of any role waits for no planning', async () => {
  await prepareConsole(graph, terms, { file, logger, signal: new AbortController().signal });
  const before = prepared.length;
  const { operations } = readOperationList(file);
  expect(operations.length).toBeGreaterThan(50);
  for (const role of [
    'analyst',
    'approver',
    'legal',
    'reporting-officer',
    'spokesperson',
    'partner',
  ] as const)
    for (const { text } of operations) {
      const parsed = parseOperation(text, undefined, graph, terms.limits);
      // One that many variables decide has too many plans to make before they are asked.
      if (parsed.stored.decidedBy.length > 3) continue;
      const coerced = Object.fromEntries(parsed.stored.decidedBy.map((name) => [name, true]));
      authorizeOperation(parsed, { grants: scopesOfRole[role], coerced, mode: 'filter' });
    }
  // Not `toHaveLength`: it would print them all.
  expect(prepared.length).toBe(before);
});

it('sends these very texts', () => {
  const code = readFileSync(join(dirname(file), 'graphql.ts'), 'utf8');
  for (const { text } of readOperationList(file).operations) expect(code).toContain(text);
});
