import type { CallSignal } from './callEnd';
import { encodeCaller } from '../../shared/identity/callerHeader';
import { isQuery } from '../../shared/subgraph/isQuery';
import type { SubgraphRequest } from '../../shared/subgraph/runSubgraph';
import { traceHeaders } from '../../shared/tracing/tracing';
import { requestIdHeader } from '../../shared/http/requestId';
import { callObserver } from './callObserver';
import { budgetOf, withDeadline } from './deadline';
import { DownstreamError } from './downstreamError';
import type { LinkAnswer } from './linkAnswer';
import type { LinkOptions } from './linkOptions';
import type { SubgraphCall, SubgraphLink } from './subgraphLink';

/** One call, as a transport sends it. It ends at the deadline, or when the signal is aborted. */
export interface OutgoingCall {
  /** The request as JSON. */
  readonly body: string;
  readonly call: SubgraphCall;
  readonly isQuery: boolean;
  readonly signal: CallSignal;
  readonly deadline: number;
}

/** The transport of calls to a subgraph: over HTTP, or within the process. */
export interface LinkTransport extends Pick<SubgraphLink, 'name' | 'health' | 'close'> {
  /** Rejects with DownstreamError. */
  send(outgoing: OutgoingCall): Promise<LinkAnswer>;
}

/** Opens a link over a transport. Adds what all links have: the deadline, shared calls and metrics. */
export function openLink(transport: LinkTransport, options: LinkOptions): SubgraphLink {
  const { name } = transport;
  const { timeoutMs, callsUnderWay, metrics } = options;
  const observed = callObserver(name, options);
  const shared = metrics?.sharedCalls.labels({ subgraph: name });

  const ask = (request: SubgraphRequest, call: SubgraphCall): Promise<LinkAnswer> => {
    const budget = budgetOf(call, timeoutMs);
    if (budget <= 0) throw new DownstreamError(name, 'the time of the request is over');
    const body = JSON.stringify(request);
    const reads = isQuery(request.query);
    const send = (until: CallSignal, deadline: number) =>
      observed(until, call, (under) =>
        transport.send({ body, call: under, isQuery: reads, signal: until, deadline }),
      );
    if (callsUnderWay && reads) {
      const waiter = { signal: call.signal, timeoutMs: budget, onJoin: () => shared?.inc() };
      // A request that joins may wait longer than the one that began the call. The call ends with its last waiter.
      const begin = (until: CallSignal) => send(until, Date.now() + timeoutMs);
      return callsUnderWay.join(keyOf(name, call, body), waiter, begin);
    }
    const answer = withDeadline(budget, call.signal, send);
    return callsUnderWay ? answer.finally(() => callsUnderWay.close()) : answer;
  };

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
const ownHeaders = new Set<string>([requestIdHeader, ...traceHeaders]);

/**
 * Returns the key that two equal calls share. It has the subgraph, all that is known of the caller (issuer,
 * client, venue, subject, roles, scopes), the headers that go on, and the operation with its variables.
 */
function keyOf(subgraph: string, { caller, headers = {} }: SubgraphCall, body: string): string {
  let passedOn = '';
  for (const header in headers)
    if (!ownHeaders.has(header)) passedOn += `${JSON.stringify([header, headers[header]])},`;
  // None of the first three holds a line break.
  return `${subgraph}\n${encodeCaller(caller)}\n${passedOn}\n${body}`;
}
