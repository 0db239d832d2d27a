import { FairQueue } from '../../../../../subgraphs/attribution/tracing/runtime/fairQueue';

const limits = { maxRunning: 1, maxWaiting: 10, maxWaitMs: Infinity };

describe('the queue of searches', () => {
  it('takes callers in turn, each in its own order', async () => {
    const queue = new FairQueue(limits);
    const done: string[] = [];
    const work = (name: string) => () => Promise.resolve(done.push(name));
    await Promise.all([
      ...['a1', 'a2', 'a3', 'a4'].map((name) => queue.run('a', work(name))),
      ...['b1', 'b2'].map((name) => queue.run('b', work(name))),
      queue.run('c', work('c1')),
    ]);
    expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });

  it('says TRACING_BUSY where it is full, or where its turn does not come in time, and goes on with the others', async () => {
    const queue = new FairQueue({ ...limits, maxWaiting: 2, maxWaitMs: 30 });
    let end: () => void = () => undefined;
    const held = queue.run('a', () => new Promise<void>((resolve) => (end = resolve)));
    const begun: string[] = [];
    const waiting = [1, 2].map((n) => queue.run('a', () => Promise.resolve(begun.push(`a${n}`))));
    const busy = { extensions: { code: 'TRACING_BUSY' } };
    await expect(queue.run('b', () => Promise.resolve())).rejects.toMatchObject(busy);
    for (const one of await Promise.allSettled(waiting)) expect(one).toMatchObject({ reason: busy });
    end();
    await held;
    expect(await queue.run('b', () => Promise.resolve('done'))).toBe('done');
    expect(begun).toEqual([]);
  });

  it('goes on after work that fails', async () => {
    const queue = new FairQueue(limits);
    const [failed, next] = await Promise.allSettled([
      queue.run('a', () => Promise.reject(new Error('no'))),
      queue.run('a', () => Promise.resolve(1)),
    ]);
    expect([failed.status, next]).toEqual(['rejected', { status: 'fulfilled', value: 1 }]);
  });
});
