import { setTimeout } from 'node:timers/promises';
import { orAborted } from '../deadline';
import { DownstreamError } from '../downstreamError';
import type { LinkAnswer } from '../linkAnswer';
import type { Replica, ReplicaCall } from './replica';
import { RetryBudget } from './retryBudget';

export interface ReplicaSetOptions {
  readonly subgraph: string;
  readonly replicas: readonly Replica[];
  onRetry(): void;
}

/** The codes of a connection that broke before an answer began. */
const brokenConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** The statuses of a proxy that cannot reach a replica (RFC 9110, section 15.6). */
const passingStatus = new Set([502, 503, 504]);

/** A call is made twice at most, and once on each replica where there are more. */
const minAttempts = 2;
const maxAttempts = 4;

/** A call is made again after a time that chance chooses, up to this in milliseconds, doubled each time. */
const firstPauseMs = 20;

/**
 * Calls one of several replicas: one that has the fewest pending calls. A query is retried, on another
 * replica where there is one, when the connection broke or a proxy answered 502, 503 or 504. A mutation is
 * retried only when it was not sent.
 */
export class ReplicaSet {
  readonly #budget = new RetryBudget();
  readonly #attempts: number;
  #next = 0;

  constructor(private readonly options: ReplicaSetOptions) {
    this.#attempts = Math.max(minAttempts, Math.min(maxAttempts, options.replicas.length));
  }

  async execute(call: ReplicaCall, isQuery: boolean): Promise<LinkAnswer> {
    const tried = new Set<Replica>();
    this.#budget.earn();
    for (let attempt = 1; ; attempt++) {
      const replica = this.#choose(tried);
      tried.add(replica);
      try {
        return await replica.execute(call);
      } catch (error) {
        const again = attempt < this.#attempts && mayRetry(error, isQuery) && !call.signal.aborted;
        if (!again || !this.#budget.spend()) throw error;
      }
      this.options.onRetry();
      call.sent = false;
      const pauseMs = Math.random() * firstPauseMs * 2 ** (attempt - 1);
      await orAborted(setTimeout(pauseMs), call.signal);
    }
  }

  /**
   * Returns the replica to call: not ejected, not tried yet where there is such a one, and the least busy of
   * these.
   */
  #choose(tried: ReadonlySet<Replica>): Replica {
    const { replicas, subgraph } = this.options;
    const [single] = replicas;
    if (replicas.length === 1 && single && !single.isEjected) return single;
    const first = this.#next++ % replicas.length;
    const inTurn = [...replicas.slice(first), ...replicas.slice(0, first)];
    const inUse = inTurn.filter((replica) => !replica.isEjected);
    const untried = inUse.filter((replica) => !tried.has(replica));
    const [chosen, ...others] = untried.length > 0 ? untried : inUse;
    if (!chosen)
      throw new DownstreamError(
        subgraph,
        'every replica failed and is ejected: each is tried again within a second',
      );
    return others.reduce((least, other) => (other.underWay < least.underWay ? other : least), chosen);
  }
}

function mayRetry(error: unknown, isQuery: boolean): boolean {
  if (!(error instanceof DownstreamError)) return false;
  if (isBrokenConnection(error.cause)) return isQuery || !error.sent;
  return isQuery && error.status !== undefined && passingStatus.has(error.status);
}

const isBrokenConnection = (error: unknown): boolean =>
  brokenConnection.has(String((error as NodeJS.ErrnoException | undefined)?.code));
