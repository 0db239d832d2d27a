import { requestError } from '../../request/requestError';

/**
 * The planner's settings. Each field of a union or an interface can multiply the plans that the planner
 * weighs up. Without a limit a query of 60 fields over five subgraphs took 4 GB and did not end (2.14.4).
 * Real queries have a few dozen plans; the limit is reached within half a second.
 */
export const plannerConfig = {
  // Fragments in subgraph calls would save bytes; the repair of plans reads calls that are written out.
  reuseQueryFragments: false,
  debug: { maxEvaluatedPlans: 10_000, pathsLimit: 1_000 },
} as const;

/** Returns an error of the planner as the client's where the query is too wide to be planned; any other as it is. */
export function planningError(error: unknown): unknown {
  const tooMany =
    error instanceof Error &&
    /^(Too many options generated|Number of non-local selections)/.test(error.message);
  return tooMany
    ? requestError(
        'QUERY_TOO_LARGE',
        'The query can be planned in too many ways: ask for fewer fields of unions and interfaces at a time.',
      )
    : error;
}
