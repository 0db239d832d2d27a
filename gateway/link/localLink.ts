import type { Subgraph } from '../../shared/subgraph/runSubgraph';
import { orAborted, withDeadline } from './deadline';
import { DownstreamError } from './downstreamError';
import { readResult } from './readResult';
import type { SubgraphLink } from './subgraphLink';

export interface LocalLinkOptions {
  /** The deadline of one call. */
  readonly timeoutMs: number;
}

/**
 * Reaches a subgraph in the same process. What goes in and comes out is copied as JSON, so that neither side sees the
 * other's objects, and a value that would not survive HTTP does not survive here.
 */
export function localLink(subgraph: Subgraph, { timeoutMs }: LocalLinkOptions): SubgraphLink {
  const { name } = subgraph;
  return {
    name,
    execute: (request, caller, ended) =>
      withDeadline(timeoutMs, ended, async (signal) => {
        if (signal.aborted) throw new DownstreamError(name, 'the request has ended');
        try {
          const call = subgraph.execute(copy(request), copy(caller));
          return readResult(name, copy(await orAborted(call, signal)));
        } catch (error) {
          throw DownstreamError.from(name, error, true);
        }
      }),
    health: () =>
      withDeadline(timeoutMs, undefined, (signal) => orAborted(subgraph.health(), signal)).catch(
        (error: unknown) => {
          throw DownstreamError.from(name, error, false);
        },
      ),
    close: () => subgraph.close(),
  };
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
