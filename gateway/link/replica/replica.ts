import type { CallSignal } from '../callEnd';
import { z } from 'zod';
import { callerHeader } from '../../../shared/identity/callerHeader';
import type { Identity } from '../../../shared/identity/identity';
import { linkCallHeader, signCall } from '../../../shared/identity/linkCall';
import type { LinkKey } from '../../../shared/identity/linkKeys';
import { replicaHeader, verifyReplica } from '../../../shared/identity/replicaAnswer';
import { readinessCaller, readinessExtension, readinessQuery } from '../../../shared/subgraph/readinessQuery';
import { DeadlineError, withDeadline } from '../deadline';
import { DownstreamError } from '../downstreamError';
import { type LinkAnswer, readAnswer } from '../linkAnswer';
import type { LinkHealth } from '../subgraphLink';
import { CircuitBreaker } from './circuitBreaker';
import { connectTo, type HttpAnswer, type HttpConnection } from './httpConnection';

export interface ReplicaOptions {
  readonly subgraph: string;
  readonly url: string;
  /** The key that signs calls; undefined where the subgraph does not get the caller. */
  readonly key: LinkKey | undefined;
  /** The deadline of one call. */
  readonly timeoutMs: number;
  readonly connections?: number;
  onEjection(isEjected: boolean): void;
}

/** One call, as each replica may be asked it. */
export interface ReplicaCall {
  readonly body: Buffer;
  readonly caller: Identity;
  readonly headers: Readonly<Record<string, string>>;
  readonly deadline: number;
  readonly signal: CallSignal;
  /** True where it is on its way to a replica that may execute it. */
  sent: boolean;
}

/** A replica that was started anew has another name: the first call learns it, and a second one is made. */
const maxSignings = 3;

/** A probe that takes longer, in milliseconds, does not bring the replica back. */
const probeTimeoutMs = 2_000;

/** A call that a replica has not answered in this time, in milliseconds, says something of the replica. */
const minTimeoutMs = 1_000;

/** One URL of a subgraph: its connections, its name in signed calls, and its circuit breaker. */
export class Replica {
  readonly #connection: HttpConnection;
  readonly #breaker: CircuitBreaker;
  #name: string | null = null;
  #underWay = 0;

  constructor(private readonly options: ReplicaOptions) {
    this.#connection = connectTo(options);
    this.#breaker = new CircuitBreaker({
      probe: () => this.#probe(),
      onChange: (open) => options.onEjection(open),
    });
  }

  get isEjected(): boolean {
    return this.#breaker.isOpen;
  }

  /** The calls that it has not answered yet. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Rejects with DownstreamError. A replica that fails again and again is ejected. */
  async execute(call: ReplicaCall): Promise<LinkAnswer> {
    const { subgraph, timeoutMs } = this.options;
    this.#underWay++;
    try {
      const answer = readHttpAnswer(subgraph, await this.#post(call));
      this.#breaker.succeeded();
      return answer;
    } catch (error) {
      if (isFailure(error, call.signal, timeoutMs)) this.#breaker.failed();
      throw DownstreamError.from(subgraph, error, call.sent);
    } finally {
      this.#underWay--;
    }
  }

  /** Asks if it answers, and brings it back where it was ejected. */
  async health(timeoutMs: number): Promise<LinkHealth> {
    const health = await this.#ask(timeoutMs);
    this.#breaker.probed();
    return health;
  }

  close(): Promise<void> {
    this.#breaker.close();
    return this.#connection.close();
  }

  /** A replica that rejects the trial (4xx) answers: calls that it rejects do not leave it out either. */
  async #probe(): Promise<void> {
    try {
      await this.#ask(probeTimeoutMs);
    } catch (error) {
      if (!(error instanceof DownstreamError) || error.sent || error.status === undefined) throw error;
    }
  }

  #ask(timeoutMs: number): Promise<LinkHealth> {
    const { subgraph } = this.options;
    return withDeadline(timeoutMs, undefined, async (signal, deadline) => {
      const body = Buffer.from(JSON.stringify({ query: readinessQuery }));
      const call = { body, caller: readinessCaller, headers: {}, deadline, signal, sent: false };
      try {
        return readHealth(subgraph, readHttpAnswer(subgraph, await this.#post(call)));
      } catch (error) {
        throw DownstreamError.from(subgraph, error, call.sent);
      }
    });
  }

  /** Posts a call that is signed for the replica at this URL. A call that reached another one was not executed. */
  async #post(call: ReplicaCall): Promise<HttpAnswer> {
    const { subgraph, key } = this.options;
    for (let signings = 1; ; signings++) {
      const { body, caller, deadline, signal } = call;
      const target = { subgraph, replica: this.#name, body, deadline };
      const signed = key && signCall(key, target, caller);
      const answer = await this.#connection.post({
        headers: headersOf(call.headers, signed),
        body,
        signal,
        onSent: () => {
          call.sent = true;
        },
      });
      if (!signed || answer.status !== 421 || signings === maxSignings) return answer;
      call.sent = false;
      const named = String(answer.headers[replicaHeader]);
      this.#name = verifyReplica(key, named, { subgraph, callId: signed.id });
    }
  }
}

/** Headers that a call has of its own: those of the request do not replace them. */
const ownHeaders: ReadonlySet<string> = new Set(['content-type', 'accept', linkCallHeader, callerHeader]);

/** Returns the headers of a call, as undici takes them at the least cost: names and values in turn. */
function headersOf(
  passedOn: ReplicaCall['headers'],
  signed: ReturnType<typeof signCall> | undefined,
): string[] {
  const headers = ['content-type', 'application/json', 'accept', 'application/json'];
  if (signed) headers.push(linkCallHeader, signed.signed, callerHeader, signed.caller);
  for (const name of Object.keys(passedOn))
    if (!ownHeaders.has(name)) headers.push(name, passedOn[name] as string);
  return headers;
}

function readHttpAnswer(subgraph: string, { status, text }: HttpAnswer): LinkAnswer {
  if (status === 200) return readAnswer(subgraph, text);
  // A subgraph answers 200 to an executed call; 4xx means that it did not execute it.
  const sent = status < 400 || status >= 500;
  const answered = status === 500 && isErrorResult(text);
  throw new DownstreamError(subgraph, `HTTP status ${status}: ${text.slice(0, 300)}`, {
    sent,
    status,
    answered,
  });
}

/**
 * Tells if a text is a GraphQL result that has errors: many servers answer so with 500 to one faulty request.
 */
function isErrorResult(text: string): boolean {
  try {
    const { errors } = readAnswer('', text).take();
    return errors !== undefined && errors.length > 0;
  } catch {
    return false;
  }
}

const healthSchema = z.object({ cases: z.array(z.string()) });

function readHealth(subgraph: string, answer: LinkAnswer): LinkHealth {
  const { data, extensions } = answer.take();
  if (typeof data?.['__typename'] !== 'string')
    throw new DownstreamError(subgraph, `it does not answer ${readinessQuery}`, { sent: true });
  const told = extensions?.[readinessExtension];
  if (told === undefined) return { cases: undefined };
  const { data: health } = healthSchema.safeParse(told);
  if (health) return { cases: health.cases };
  throw new DownstreamError(subgraph, `its health (${readinessExtension}) has another form`, { sent: true });
}

/** Tells if an error is the replica's: not that the client has gone, and not that the call was rejected. */
function isFailure(error: unknown, signal: CallSignal, timeoutMs: number): boolean {
  if (signal.aborted)
    return (
      signal.reason instanceof DeadlineError && signal.reason.waitedMs >= Math.min(timeoutMs, minTimeoutMs)
    );
  return !(error instanceof DownstreamError) || (error.sent && !error.answered);
}
