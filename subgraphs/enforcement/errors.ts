import type { ErrorCodeTable } from '../../shared/errors/cordonError';

/** The codes of the enforcement subgraph. */
export const enforcementCodes = {
  REACH_UNKNOWN: {
    status: 200,
    meaning:
      "Which accounts the actor's funds reached was not handed over by the attribution subgraph, so that nothing can be said of those frozen.",
    remedy: 'Ask again when the attribution subgraph answers. Do not read it as "no frozen accounts".',
  },
} as const satisfies ErrorCodeTable;
