import type { CallSignal } from './callEnd';
import type { FormattedExecutionResult } from 'graphql';
import type { Identity } from '../../shared/identity/identity';
import type { SubgraphRequest } from '../../shared/subgraph/runSubgraph';

/** The caller of a call to a subgraph, its end, and the headers that go along. */
export interface SubgraphCall {
  readonly caller: Identity;
  /** Ends the call early: the caller has left, or the deadline has passed. */
  readonly signal?: CallSignal;
  /** The instant at which the request ends, in milliseconds. A call ends there, or at the link's own deadline before it. */
  readonly deadline?: number;
  /** Headers of the request that go on to subgraphs, by their names in small letters. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The health of a subgraph. */
export interface LinkHealth {
  /** The cases that are wholly loaded; undefined where a subgraph says nothing of cases, as those that are not Cordon's. */
  readonly cases: readonly string[] | undefined;
}

/** The link to one subgraph: the same operations, identity and errors over every transport. */
export interface SubgraphLink {
  readonly name: string;
  /**
   * Rejects with DownstreamError where there is no GraphQL answer. Calls may share a result that has no errors:
   * do not change it. One with errors belongs to its call.
   */
  execute(request: SubgraphRequest, call: SubgraphCall): Promise<FormattedExecutionResult>;
  /** Rejects where no replica of the subgraph answers, or its store does not. */
  health(): Promise<LinkHealth>;
  close(): Promise<void>;
}
