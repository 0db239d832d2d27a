import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executorOf } from '../../../../gateway/execution/openExecutor';
import { openSupergraph } from '../../../../gateway/graph/openSupergraph';
import { mustCompose } from '../../../../gateway/supergraph/compose';
import { createLogger } from '../../../../shared/logger/logger';
import { executorConfig } from '../../../support/gatewayUp';

const { supergraphSdl } = mustCompose({
  shop: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
    type Query { product: String secret: String @tag(name: "internal") hidden: String @tag(name: "draft") }`,
});
const first = { exclude: ['internal'] };
const second = { exclude: ['draft'] };
const third = { exclude: ['draft', 'internal'] };
const nothing = async () => undefined;

const folder = mkdtempSync(join(tmpdir(), 'cordon-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function opened() {
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, supergraphSdl);
  const logger = createLogger('test', 'silent');
  const openExecutor = executorOf(executorConfig, {
    links: new Map([['shop', { name: 'shop' } as never]]),
    logger,
  });
  return openSupergraph(file, openExecutor, { logger, check: () => undefined, prepare: nothing });
}

describe('the contracts of a supergraph', () => {
  it('are served until those of the next partner file are in force', async () => {
    const supergraph = await opened();
    await supergraph.serve([first], { prepare: nothing, inForce: () => undefined });
    const graph = supergraph.current(first);
    const inForce = jest.fn(() => expect(supergraph.current(first)).toBe(graph));
    await supergraph.serve([second], {
      prepare: async (graphOf) => {
        expect(supergraph.current(first)).toBe(graph);
        expect(Object.keys(graphOf(second).schema.getQueryType()!.getFields())).toEqual([
          'product',
          'secret',
        ]);
      },
      inForce,
    });
    expect(inForce).toHaveBeenCalledTimes(1);
    expect(() => supergraph.current(first)).toThrow('not served');
    expect(supergraph.current(second).schema).toBeDefined();
    await supergraph.close();
  });

  it('stay where the next partner file does not come in force, also when another follows', async () => {
    const supergraph = await opened();
    await supergraph.serve([first], { prepare: nothing, inForce: () => undefined });
    const graph = supergraph.current(first);
    const inForce = jest.fn();
    const rejected = supergraph.serve([second], {
      prepare: () => Promise.reject(new Error('rejected')),
      inForce,
    });
    await expect(rejected).rejects.toThrow('rejected');
    expect(inForce).not.toHaveBeenCalled();
    expect(() => supergraph.current(second)).toThrow('not served');
    await supergraph.serve([third, first], {
      prepare: async () => expect(supergraph.current(first)).toBe(graph),
      inForce: () => undefined,
    });
    expect(supergraph.current(first)).toBe(graph);
    await supergraph.close();
  });
});
