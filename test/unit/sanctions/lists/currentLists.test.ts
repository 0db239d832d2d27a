import { createLogger } from '../../../../shared/logger/logger';
import { openCurrentLists } from '../../../../subgraphs/sanctions/list/currentLists';

/** Lists over a store without any, whose editions a test decides. */
const openOver = (editions: () => Promise<string>) =>
  openCurrentLists(
    {
      store: { all: async () => [], chunks: async () => new Map(), contents: async () => new Map() },
      editions,
      readCases: async () => ({ entries: [], facts: await editions() }),
    },
    createLogger('test', 'silent'),
  );

it('what was loaded before is in force when it is confirmed, and without the store nothing is confirmed', async () => {
  let answer = async () => 'first';
  const lists = await openOver(() => answer());
  answer = async () => 'second';
  await lists.confirm();
  expect(lists.caseFacts).toBe('second');
  const down = new Error('the store does not answer');
  answer = () => Promise.reject(down);
  await expect(lists.confirm()).rejects.toBe(down);
  lists.close();
});

it('those who ask while it looks share the next look', async () => {
  let looks = 0;
  let edition = 'first';
  const lists = await openOver(async () => {
    looks++;
    return edition;
  });
  edition = 'second';
  looks = 0;
  await Promise.all(Array.from({ length: 20 }, () => lists.refresh()));
  expect(lists.caseFacts).toBe('second');
  // The one under way and the one after it, each with what the cases say.
  expect(looks).toBeLessThanOrEqual(4);
  lists.close();
});

it('the cases are swapped with the lists, half a second after another process changed them', async () => {
  jest.useFakeTimers();
  let edition = 'first';
  const lists = await openOver(async () => edition);
  edition = 'second';
  expect(lists.caseFacts).toBe('first');
  await jest.advanceTimersByTimeAsync(600);
  expect(lists.caseFacts).toBe('second');
  lists.close();
  jest.useRealTimers();
});

it('what is made of a state is put into use in the step in which the state is', async () => {
  let edition = 'first';
  const lists = await openOver(async () => edition);
  let made: unknown;
  let prepared = 0;
  const release: (() => void)[] = [];
  const taken = lists.beforeSwap(async (index) => {
    if (prepared++ > 0) await new Promise<void>((resolve) => release.push(resolve));
    return () => (made = index);
  });
  await taken;
  const first = lists.index;
  expect(made).toBe(first);
  edition = 'second';
  const swapped = lists.refresh();
  while (release.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  expect([made, lists.index, lists.caseFacts]).toEqual([first, first, 'first']);
  release[0]?.();
  await swapped;
  expect(lists.index).not.toBe(first);
  expect([made, lists.caseFacts]).toEqual([lists.index, 'second']);
  lists.close();
});

it('what is begun while a state is prepared is of that state, too', async () => {
  let edition = 'first';
  const lists = await openOver(async () => edition);
  const release: (() => void)[] = [];
  let prepared = 0;
  await lists.beforeSwap(async () => {
    if (prepared++ > 0) await new Promise<void>((resolve) => release.push(resolve));
    return () => undefined;
  });
  edition = 'second';
  const swapped = lists.refresh();
  while (release.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  let made: unknown;
  await lists.beforeSwap(async (index) => () => (made = index));
  expect(made).toBe(lists.index);
  release[0]?.();
  await swapped;
  expect(made).toBe(lists.index);
  lists.close();
});

it('a state that cannot be prepared is not put into use, and is tried again', async () => {
  let edition = 'first';
  const lists = await openOver(async () => edition);
  const broken = new Error('no memory');
  let made: unknown;
  let fails = false;
  await lists.beforeSwap(async (index) => {
    if (fails) throw broken;
    return () => (made = index);
  });
  const first = lists.index;
  edition = 'second';
  fails = true;
  await expect(lists.confirm()).rejects.toBe(broken);
  expect([made, lists.index, lists.caseFacts]).toEqual([first, first, 'first']);
  fails = false;
  await lists.confirm();
  expect([made, lists.caseFacts]).toEqual([lists.index, 'second']);
  lists.close();
});
