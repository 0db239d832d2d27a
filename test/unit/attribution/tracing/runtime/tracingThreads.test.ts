import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../../../../../shared/logger/logger';
import { TracingThreads } from '../../../../../subgraphs/attribution/tracing/runtime/tracingThreads';

/** A thread that does what the question's budget says: it dies, throws, never ends, or says who it is. */
const worker = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ question }) => {
  if (question === 'die') process.exit(3);
  if (question === 'throw') throw new Error('out of memory');
  if (question === 'hang') for (;;);
  if (question === 'fail') parentPort.postMessage({ kind: 'failure', message: 'a bug' });
  else parentPort.postMessage({ kind: 'answer', answer: threadId });
});`;

describe('the tracing threads', () => {
  let folder: string;
  let threads: TracingThreads;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cordon-threads-'));
    writeFileSync(join(folder, 'worker.js'), worker);
    threads = new TracingThreads(createLogger('test', 'silent'), 1, () => join(folder, 'worker.js'));
  });
  afterEach(async () => {
    await threads.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const ask = (question: string, deadlineMs?: number, signal?: AbortSignal) =>
    threads.ask({
      ask: 'reach',
      graph: null,
      question: question as never,
      ...(deadlineMs ? { deadlineMs } : {}),
      ...(signal ? { signal } : {}),
    });

  it('answer one question after the other', async () => {
    const answers = await Promise.all([ask('who'), ask('who'), ask('who')]);
    expect(new Set(answers).size).toBe(1);
  });

  it.each(['die', 'throw'])(
    'fail the question of a thread that ends (%s), and answer the next with a new one',
    async (how) => {
      const before = await ask('who');
      const [lost, next] = await Promise.allSettled([ask(how), ask('who')]);
      expect(lost).toMatchObject({ status: 'rejected', reason: { extensions: { code: 'TRACING_FAILED' } } });
      expect(next).toMatchObject({ status: 'fulfilled' });
      expect((next as { value: unknown }).value).not.toBe(before);
    },
  );

  it('fail a question that meets a bug, and keep its thread', async () => {
    const before = await ask('who');
    await expect(ask('fail')).rejects.toMatchObject({ extensions: { code: 'TRACING_FAILED' } });
    expect(await ask('who')).toBe(before);
  });

  it('end a search at its deadline, which does not count the wait of another for its thread', async () => {
    const [hanging, waiting] = await Promise.allSettled([ask('hang', 2_500), ask('who', 2_000)]);
    expect(hanging).toMatchObject({
      status: 'rejected',
      reason: { extensions: { code: 'TRACING_DEADLINE' } },
    });
    expect(waiting).toMatchObject({ status: 'fulfilled' });
  });

  it('end a search whose caller has left, and are free for the next', async () => {
    const caller = new AbortController();
    const left = ask('hang', 60_000, caller.signal);
    const next = ask('who');
    setTimeout(() => caller.abort(), 50);
    await expect(left).rejects.toMatchObject({ extensions: { code: 'REQUEST_ENDED' } });
    expect(await next).toBeGreaterThan(0);
  });

  it('begin no search of a caller that left while it waited, and let the others go on', async () => {
    const caller = new AbortController();
    const hanging = ask('hang', 400);
    const left = ask('hang', 60_000, caller.signal);
    const next = ask('who');
    caller.abort();
    await expect(left).rejects.toMatchObject({ extensions: { code: 'REQUEST_ENDED' } });
    await expect(hanging).rejects.toMatchObject({ extensions: { code: 'TRACING_DEADLINE' } });
    expect(await next).toBeGreaterThan(0);
  });

  it('fail what is asked where there is no worker to start, and after they are closed', async () => {
    const none = new TracingThreads(createLogger('test', 'silent'), 1, () => {
      throw new Error('it is not built');
    });
    await expect(none.ask({ ask: 'reach', graph: null, question: {} as never })).rejects.toThrow(
      'it is not built',
    );
    const open = expect(ask('hang')).rejects.toMatchObject({ extensions: { code: 'TRACING_FAILED' } });
    await threads.close();
    await open;
    await expect(ask('who')).rejects.toMatchObject({ extensions: { code: 'TRACING_FAILED' } });
  });
});
