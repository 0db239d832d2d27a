import { createLogger } from '../../../../shared/logger/logger';
import { openCurrentLists } from '../../../../subgraphs/sanctions/list/currentLists';
import type { ListVersionStore } from '../../../../subgraphs/sanctions/list/listVersion.store';

const down = new Error('the store does not answer');

/** Lists over a store without any, whose answer of its editions a test decides. */
async function openOver(editions: () => Promise<string>) {
  const store = { editions, all: async () => [] } as Partial<ListVersionStore> as ListVersionStore;
  const cases = { editions: async () => '', read: async () => ({ entries: [], facts: await editions() }) };
  return openCurrentLists(store, cases, createLogger('test', 'silent'));
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('what is in memory is no answer when the store has not told for seconds whether it is outdated', async () => {
  let answer = async () => 'first';
  const lists = await openOver(() => answer());
  answer = () => Promise.reject(down);
  await jest.advanceTimersByTimeAsync(4_000);
  await expect(lists.confirm()).resolves.toBeUndefined();
  await jest.advanceTimersByTimeAsync(2_000);
  await expect(lists.confirm()).rejects.toBe(down);
  answer = async () => 'first';
  await expect(lists.confirm()).resolves.toBeUndefined();
  lists.close();
});

it('the cases are swapped with the lists, half a second after another process changed them', async () => {
  let edition = 'first';
  const lists = await openOver(async () => edition);
  edition = 'second';
  expect(lists.caseFacts).toBe('first');
  await jest.advanceTimersByTimeAsync(600);
  expect(lists.caseFacts).toBe('second');
  lists.close();
});
