import { setImmediate as others } from 'node:timers/promises';
import { buildSchema } from 'graphql';
import { createLogger } from '../../../shared/logger/logger';
import { runSubgraph } from '../../../shared/subgraph/runSubgraph';
import { runSequentially, workClock } from '../../../subgraphs/attribution/exposure/searchInTurns';

function* steps(count: number): Generator<void, string> {
  for (let i = 0; i < count; i++) yield;
  return 'done';
}

const work = (ms: number) => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

describe('a search in turns', () => {
  it('is charged for its own work, and not for what others do in its pauses', async () => {
    const clock = workClock();
    const search = runSequentially(steps(20), clock);
    for (let i = 0; i < 20; i++) {
      work(10);
      await others();
    }
    expect(await search).toBe('done');
    // Of the 200 ms that the others take.
    expect(clock.spentMs).toBeLessThan(150);
  });

  it('is TRACING_DEADLINE where its own work takes too long', async () => {
    await expect(runSequentially(steps(2), { spentMs: 8_001 })).rejects.toMatchObject({
      extensions: { code: 'TRACING_DEADLINE' },
    });
  });
});

describe('the health of a subgraph', () => {
  const open = (ready: () => Promise<void>) =>
    runSubgraph({
      name: 'attribution',
      schema: buildSchema('type Query { one: Int }'),
      logger: createLogger('test', 'silent'),
      createContext: () => ({}),
      ready,
      loadedCases: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    });

  it('is bad until what it answers from is in memory', async () => {
    let done: () => void = () => undefined;
    const loading = new Promise<void>((resolve) => (done = resolve));
    const subgraph = await open(() => loading);
    await expect(subgraph.health()).rejects.toThrow('is being read into memory');
    done();
    expect(await subgraph.health()).toMatchObject({ name: 'attribution' });
    await subgraph.close();
  });
});
