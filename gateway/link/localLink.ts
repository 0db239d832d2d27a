import type { Subgraph, SubgraphRequest } from '../../shared/subgraph/runSubgraph';
import { orAborted, withDeadline } from './deadline';
import { DownstreamError } from './downstreamError';
import { readAnswer } from './linkAnswer';
import type { LinkOptions } from './linkOptions';
import { openLink } from './openLink';
import type { SubgraphLink } from './subgraphLink';

/**
 * Reaches a subgraph in the same process. Requests and answers are copied as JSON, so that neither side sees
 * the other's objects. A value that would not survive HTTP does not survive here.
 */
export function localLink(subgraph: Subgraph, options: LinkOptions): SubgraphLink {
  const { name } = subgraph;
  return openLink(
    {
      name,
      async send({ body, call, signal }) {
        if (signal.aborted) throw new DownstreamError(name, 'the request has ended');
        try {
          const answered = subgraph.execute(JSON.parse(body) as SubgraphRequest, copy(call.caller), {
            signal,
            headers: call.headers,
          });
          return readAnswer(name, JSON.stringify(await orAborted(answered, signal)));
        } catch (error) {
          throw DownstreamError.from(name, error, true);
        }
      },
      health: () =>
        withDeadline(options.timeoutMs, undefined, (signal) => orAborted(subgraph.health(), signal)).catch(
          (error: unknown) => {
            throw DownstreamError.from(name, error, false);
          },
        ),
      close: () => subgraph.close(),
    },
    options,
  );
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
