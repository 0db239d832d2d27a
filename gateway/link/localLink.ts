import type { Subgraph } from '../../shared/subgraph/runSubgraph';
import { DownstreamError } from './downstreamError';
import { readResult } from './readResult';
import type { SubgraphLink } from './subgraphLink';

/**
 * Reaches a subgraph in the same process. What goes in and comes out is copied as JSON, so that neither side sees the
 * other's objects, and a value that would not survive HTTP does not survive here.
 */
export function localLink(subgraph: Subgraph): SubgraphLink {
  return {
    name: subgraph.name,
    async execute(request, caller, signal) {
      if (signal?.aborted) throw new DownstreamError(subgraph.name, 'the request has ended');
      const call = subgraph.execute(copy(request), copy(caller)).catch((cause: unknown) => {
        throw new DownstreamError(subgraph.name, 'it failed', { cause });
      });
      return readResult(subgraph.name, copy(await untilAborted(call, subgraph.name, signal)));
    },
    health: () => subgraph.health(),
    close: () => subgraph.close(),
  };
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The call's outcome, or a rejection as soon as nobody waits for it any more. */
function untilAborted<T>(call: Promise<T>, subgraph: string, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return call;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new DownstreamError(subgraph, 'the request has ended'));
    signal.addEventListener('abort', onAbort, { once: true });
    call.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
