import type { ErrorCodeTable } from '../../shared/errors/cordonError';

/** The codes of the attribution subgraph. */
export const attributionCodes = {
  IMPORT_UNFINISHED: {
    status: 200,
    meaning: 'A case is being loaded, or its loading was cut off: which accounts funds reached is not known.',
    remedy: 'Ask again in a moment; if it stays so, import the case that the message names again.',
  },
} as const satisfies ErrorCodeTable;
