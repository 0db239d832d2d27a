import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CordonError } from '../../../shared/errors/cordonError';
import type { Logger } from '../../../shared/logger/logger';
import type { GraphParts } from '../tracing/worker/graphParts';
import type { AnswerOf, QuestionOf, TracingAsk, TracingReply } from '../tracing/worker/protocol';
import { tracingWorkerFile } from './tracingWorkerFile';

/** How long a question may take, its wait for a thread included: less than the gateway waits for a subgraph. */
const deadlineMs = 8_000;

/** More threads than this fight for memory, not for cores. */
const mostThreads = 4;

/** What a thread is sent. */
interface Question<Ask extends TracingAsk> {
  readonly ask: Ask;
  readonly graph: GraphParts | null;
  readonly question: QuestionOf<Ask>;
  /** Without one it may take as long as it does. */
  readonly deadlineMs?: number | null;
}

interface Job {
  readonly request: object;
  readonly deadline: NodeJS.Timeout | undefined;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/**
 * Threads that search, so that the server answers others meanwhile. One question a thread at a time, others wait in line.
 * A thread that dies, or is ended at the deadline, fails its question with an error, never with an empty answer; the next
 * question starts a new one.
 */
export class TracingThreads {
  private readonly waiting: Job[] = [];
  private readonly idle: Worker[] = [];
  private readonly running = new Map<Worker, Job>();
  private isClosed = false;

  constructor(
    private readonly logger: Logger,
    private readonly threads = Math.max(1, Math.min(mostThreads, availableParallelism() - 1)),
    private readonly workerFile = tracingWorkerFile,
  ) {}

  ask<Ask extends TracingAsk>({
    deadlineMs: ms = deadlineMs,
    ...request
  }: Question<Ask>): Promise<AnswerOf<Ask>> {
    return new Promise((resolve, reject) => {
      const job: Job = {
        request,
        deadline: ms === null ? undefined : setTimeout(() => this.expire(job, ms), ms),
        resolve: resolve,
        reject,
      };
      if (this.isClosed) this.fail(job, failed('the engine is closed'));
      else this.waiting.push(job);
      this.startNext();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const job of [...this.waiting.splice(0), ...this.running.values()])
      this.fail(job, failed('the engine was closed'));
    await Promise.all([...this.idle.splice(0), ...this.running.keys()].map((worker) => worker.terminate()));
  }

  private startNext(): void {
    while (this.waiting.length > 0 && this.running.size < this.threads) {
      const job = this.waiting.shift();
      if (!job) return;
      try {
        const worker = this.idle.pop() ?? this.newWorker();
        this.running.set(worker, job);
        worker.ref();
        worker.postMessage(job.request);
      } catch (error) {
        this.fail(job, failed((error as Error).message));
      }
    }
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
      clearTimeout(job.deadline);
      job.resolve(reply.answer);
    }
    this.startNext();
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
    this.startNext();
  }

  private expire(job: Job, ms: number): void {
    const place = this.waiting.indexOf(job);
    if (place >= 0) this.waiting.splice(place, 1);
    this.fail(
      job,
      new CordonError('TRACING_DEADLINE', `the search did not end within ${ms / 1_000} seconds`),
    );
    const [worker] = [...this.running].find(([, running]) => running === job) ?? [];
    if (!worker) return;
    this.running.delete(worker);
    void worker.terminate();
    this.startNext();
  }

  private fail(job: Job, error: Error): void {
    clearTimeout(job.deadline);
    job.reject(error);
  }
}

const failed = (why: string) => new CordonError('TRACING_FAILED', `the search was not done: ${why}`);
