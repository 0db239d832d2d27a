import { encodeCaller } from '../../shared/identity/callerHeader';
import type { SubgraphRequest } from '../../shared/subgraph/runSubgraph';
import { requestIdHeader } from '../request/requestId';
import { budgetOf, DeadlineError, withDeadline } from './deadline';
import { DownstreamError } from './downstreamError';
import { isQuery } from './isQuery';
import type { LinkAnswer } from './linkAnswer';
import type { LinkOptions } from './linkOptions';
import type { SubgraphCall, SubgraphLink } from './subgraphLink';

/** One call, as a transport sends it. It ends at the deadline, or when the signal is aborted. */
export interface OutgoingCall {
  /** The request as JSON. */
  readonly body: string;
  readonly call: SubgraphCall;
  readonly isQuery: boolean;
  readonly signal: AbortSignal;
  readonly deadline: number;
}

/** How calls reach a subgraph: over HTTP, or within the process. */
export interface LinkTransport extends Pick<SubgraphLink, 'name' | 'health' | 'close'> {
  /** Rejects with DownstreamError. */
  send(outgoing: OutgoingCall): Promise<LinkAnswer>;
}

/** Opens a link over a transport. Adds what all links have: the deadline, shared calls and metrics. */
export function openLink(
  transport: LinkTransport,
  { timeoutMs, callsUnderWay, metrics }: LinkOptions,
): SubgraphLink {
  const { name } = transport;

  const ask = async (request: SubgraphRequest, call: SubgraphCall): Promise<LinkAnswer> => {
    const budget = budgetOf(call, timeoutMs);
    if (budget <= 0) throw new DownstreamError(name, 'the time of the request is over');
    const body = JSON.stringify(request);
    const reads = isQuery(request.query);
    return withDeadline(budget, call.signal, async (signal, deadline) => {
      const send = (until: AbortSignal, end: number) =>
        measured(until, () => transport.send({ body, call, isQuery: reads, signal: until, deadline: end }));
      if (!callsUnderWay) return send(signal, deadline);
      if (!reads) return send(signal, deadline).finally(() => callsUnderWay.close());
      const onJoin = () => metrics?.sharedCalls.inc({ subgraph: name });
      // Whoever joins may wait longer than the request that began the call: it ends when nobody waits any more.
      const begin = (until: AbortSignal) => send(until, Date.now() + timeoutMs);
      return callsUnderWay.join(keyOf(name, call, body), { signal, onJoin }, begin);
    });
  };

  /** Counts a call that is made, whoever waits for it. */
  async function measured(signal: AbortSignal, send: () => Promise<LinkAnswer>): Promise<LinkAnswer> {
    const stop = metrics?.subgraphCallSeconds.startTimer({ subgraph: name });
    try {
      const answer = await send();
      metrics?.subgraphCalls.inc({ subgraph: name, outcome: 'answered' });
      return answer;
    } catch (error) {
      const ended = signal.aborted && !(signal.reason instanceof DeadlineError);
      metrics?.subgraphCalls.inc({ subgraph: name, outcome: ended ? 'ended' : 'unavailable' });
      throw error;
    } finally {
      stop?.();
    }
  }

  return {
    name,
    async execute(request, call) {
      try {
        const answer = await ask(request, call);
        return answer.take();
      } catch (error) {
        throw DownstreamError.from(name, error, false);
      }
    },
    health: () => transport.health(),
    close: () => transport.close(),
  };
}

/** Headers that say which request a call is of and where it belongs in a trace, and nothing that could change its answer. */
const traceHeaders = new Set([requestIdHeader, 'traceparent', 'tracestate']);

/**
 * What two calls must have alike to be one: the subgraph, all that is known of the caller (issuer, client, venue, subject,
 * roles, scopes), the headers that go on, and the operation with its variables.
 */
function keyOf(subgraph: string, { caller, headers = {} }: SubgraphCall, body: string): string {
  const passedOn = Object.entries(headers).filter(([header]) => !traceHeaders.has(header));
  return [JSON.stringify([subgraph, encodeCaller(caller), passedOn]), body].join('\n');
}
