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
const inForce = async () => undefined;

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
  return openSupergraph(file, openExecutor, { logger, check: () => undefined, prepare: inForce });
}

describe('the contracts of a supergraph', () => {
  it('are in use until those of the next partner file are in force', async () => {
    const supergraph = await opened();
    await supergraph.serve([first], inForce);
    let during: readonly boolean[] = [];
    await supergraph.serve([second], async () => {
      during = [first, second].map((contract) => 'hidden' in fieldsOf(contract));
    });
    expect(during).toEqual([true, false]);
    expect(() => supergraph.current(first)).toThrow('not served');
    await supergraph.close();

    function fieldsOf(contract: typeof first) {
      return supergraph.current(contract).schema.getQueryType()!.getFields();
    }
  });

  it('stay as they are where the next partner file does not come in force, and after the one that does', async () => {
    const supergraph = await opened();
    await supergraph.serve([first], inForce);
    const refused = supergraph.serve([second], () => Promise.reject(new Error('refused')));
    await expect(refused).rejects.toThrow('refused');
    const graph = supergraph.current(first);
    expect(() => supergraph.current(second)).toThrow('not served');
    // A second one: what the refused one named is nothing to go by.
    await supergraph.serve([third, first], async () => expect(supergraph.current(first)).toBe(graph));
    expect(supergraph.current(first)).toBe(graph);
    await supergraph.close();
  });
});
