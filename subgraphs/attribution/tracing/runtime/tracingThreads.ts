import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CordonError } from '../../../../shared/errors/cordonError';
import type { Logger } from '../../../../shared/logger/logger';
import { neverEnds, requestEnded } from '../../../../shared/subgraph/endedRequest';
import type { GraphParts } from '../engine/worker/graphParts';
import type { AnswerOf, QuestionOf, TracingAsk, TracingReply } from '../engine/worker/protocol';
import { tracePolicy } from '../engine/tracePolicy';
import { FairQueue, type FairQueueLimits } from './fairQueue';
import { tracingWorkerFile } from './tracingWorkerFile';

/**
 * The maximum time of a thread for a question: less than the gateway waits for a subgraph. Its wait for a
 * thread is the queue's.
 */
const deadlineMs = 8_000;

/** More threads than this fight for memory, not for cores. */
const maxThreads = 4;

/** The message to a thread. */
interface Question<Ask extends TracingAsk> {
  readonly ask: Ask;
  readonly graph: GraphParts | null;
  readonly question: QuestionOf<Ask>;
  /** The caller of the question: callers have their turns. Omitted: the engine's own. */
  readonly caller?: string;
  /** Without one it may take as long as it does. */
  readonly deadlineMs?: number | null;
  /** Aborted when the caller has left, or the deadline has passed: its thread is ended, or it leaves the queue. */
  readonly signal?: AbortSignal;
}

interface Job {
  readonly request: object;
  /** Takes back what would end it early. */
  release(): void;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/**
 * Threads that search, so that the server answers others meanwhile. Each thread takes one question at a time;
 * others wait in a queue that is fair between callers. The deadline counts from when a thread has the
 * question. A thread that dies, or is ended at the deadline, fails its question with an error, never with an
 * empty answer. The next question starts a new one.
 */
export class TracingThreads {
  private readonly queue: FairQueue;
  private readonly idle: Worker[] = [];
  private readonly running = new Map<Worker, Job>();
  private isClosed = false;

  constructor(
    private readonly logger: Logger,
    threads = Math.max(1, Math.min(maxThreads, availableParallelism() - 1)),
    private readonly workerFile = tracingWorkerFile,
    limits: Omit<FairQueueLimits, 'maxRunning'> = tracePolicy.queue,
  ) {
    this.queue = new FairQueue({ maxRunning: threads, ...limits });
  }

  ask<Ask extends TracingAsk>({
    caller = 'engine',
    deadlineMs: ms = deadlineMs,
    signal = neverEnds,
    ...request
  }: Question<Ask>): Promise<AnswerOf<Ask>> {
    return this.queue.run(caller, () => this.start<AnswerOf<Ask>>(request, ms, signal), signal);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const job of this.running.values()) this.fail(job, failed('the engine was closed'));
    await Promise.all([...this.idle.splice(0), ...this.running.keys()].map((worker) => worker.terminate()));
  }

  private start<Answer>(request: object, ms: number | null, signal: AbortSignal): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const late = () => this.end(job, tooLate(ms ?? 0));
      const deadline = ms === null ? undefined : setTimeout(late, ms);
      const onEnded = () => this.end(job, requestEnded());
      signal.addEventListener('abort', onEnded, { once: true });
      const release = () => {
        clearTimeout(deadline);
        signal.removeEventListener('abort', onEnded);
      };
      const job: Job = { request, release, resolve, reject };
      if (this.isClosed) {
        this.fail(job, failed('the engine is closed'));
        return;
      }
      try {
        const worker = this.idle.pop() ?? this.newWorker();
        this.running.set(worker, job);
        worker.ref();
        worker.postMessage(request);
      } catch (error) {
        this.fail(job, failed((error as Error).message));
      }
    });
  }

  private newWorker(): Worker {
    const worker = new Worker(this.workerFile());
    let cause: Error | undefined;
    worker.on('message', (reply: TracingReply) => this.settle(worker, reply));
    worker.on('error', (error: Error) => (cause = error));
    worker.on('exit', (code) => this.lose(worker, cause ?? new Error(`the thread ended with ${code}`)));
    return worker;
  }

  private settle(worker: Worker, reply: TracingReply): void {
    const job = this.running.get(worker);
    // Of a thread that is being ended, as its question took too long.
    if (!job) return;
    this.running.delete(worker);
    this.idle.push(worker);
    // A thread that has nothing to do keeps no process alive.
    worker.unref();
    if (reply.kind === 'failure') {
      this.logger.error({ err: { message: reply.message, stack: reply.stack } }, 'a search failed');
      this.fail(job, failed('it met an error, which is in the log'));
    } else {
      job.release();
      job.resolve(reply.answer);
    }
  }

  private lose(worker: Worker, cause: Error): void {
    const job = this.running.get(worker);
    this.running.delete(worker);
    const place = this.idle.indexOf(worker);
    if (place >= 0) this.idle.splice(place, 1);
    if (job) {
      this.logger.error({ err: cause }, 'a tracing thread ended during a search');
      this.fail(job, failed('its thread ended'));
    }
  }

  /** Fails a question and ends its thread: a search cannot be stopped in another way. */
  private end(job: Job, error: Error): void {
    this.fail(job, error);
    const [worker] = [...this.running].find(([, running]) => running === job) ?? [];
    if (!worker) return;
    this.running.delete(worker);
    void worker.terminate();
  }

  private fail(job: Job, error: Error): void {
    job.release();
    job.reject(error);
  }
}

const tooLate = (ms: number) =>
  new CordonError('TRACING_DEADLINE', `the search did not end within ${ms / 1_000} seconds`);

const failed = (why: string) => new CordonError('TRACING_FAILED', `the search was not done: ${why}`);
