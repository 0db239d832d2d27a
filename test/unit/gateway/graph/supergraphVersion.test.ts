import { executorOf, type OpenExecutor } from '../../../../gateway/execution/openExecutor';
import { closeVersion, loadVersion, withContracts } from '../../../../gateway/graph/supergraphVersion';
import { mustCompose } from '../../../../gateway/supergraph/compose';
import { createLogger } from '../../../../shared/logger/logger';
import { executorConfig } from '../../../support/gatewayUp';

const { supergraphSdl } = mustCompose({
  shop: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
    type Query { product: String secret: String @tag(name: "internal") hidden: String @tag(name: "draft") }`,
});
const withoutInternal = { exclude: ['internal'] };
const withoutDraft = { exclude: ['draft'] };
const ofAnUnknownTag = { exclude: ['moon'] };

/** Opens executors, and knows which of them are open. */
function counted() {
  const links = new Map([['shop', { name: 'shop' } as never]]);
  const openExecutor = executorOf(executorConfig, { links, logger: createLogger('test', 'silent') });
  const open = new Set<number>();
  let opened = 0;
  const counting: OpenExecutor = async (sdl) => {
    const executor = await openExecutor(sdl);
    const id = ++opened;
    open.add(id);
    return { ...executor, close: async () => void open.delete(id) };
  };
  return { open, counting };
}

it('opens an executor for the whole and for each contract, once, and closes all', async () => {
  const { open, counting } = counted();
  const version = await loadVersion(supergraphSdl, [withoutInternal, withoutInternal], counting);
  expect(open.size).toBe(2);
  await closeVersion(version);
  expect(open.size).toBe(0);
});

it('leaves nothing open of a version that is not served', async () => {
  const { open, counting } = counted();
  await expect(loadVersion(supergraphSdl, [withoutInternal, ofAnUnknownTag], counting)).rejects.toThrow(
    'moon',
  );
  expect(open.size).toBe(0);
});

it('leaves open what was served before where another contract is not', async () => {
  const { open, counting } = counted();
  const version = await loadVersion(supergraphSdl, [withoutInternal], counting);
  await expect(withContracts(version, [withoutDraft, ofAnUnknownTag], counting)).rejects.toThrow('moon');
  expect(open.size).toBe(2);
});
