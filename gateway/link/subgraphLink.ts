import type { FormattedExecutionResult } from 'graphql';
import type { Identity } from '../../shared/identity/identity';
import type { SubgraphHealth, SubgraphRequest } from '../../shared/subgraph/runSubgraph';

/** How the gateway reaches one subgraph: the same operations, identity and errors whichever way it is. */
export interface SubgraphLink {
  readonly name: string;
  /**
   * Rejects with DownstreamError where there is no GraphQL answer. `signal` ends the call early. The result belongs to the
   * caller, who builds the answer out of its objects: two calls never share one.
   */
  execute(
    request: SubgraphRequest,
    caller: Identity,
    signal?: AbortSignal,
  ): Promise<FormattedExecutionResult>;
  /** Rejects where the subgraph or its store does not answer. */
  health(): Promise<SubgraphHealth>;
  close(): Promise<void>;
}
