import type { ErrorCodeTable } from '../../shared/errors/cordonError';

/** The codes of the sanctions subgraph. */
export const sanctionsCodes = {
  COVERAGE_GAP: {
    status: 200,
    meaning:
      'No source decides whether the actor was sanctioned on that day. The message names what is missing.',
    remedy:
      'Import the list versions around that day, or ask for a day that they cover. Do not read it as "not sanctioned".',
  },
  LIST_STALE: {
    status: 200,
    meaning:
      'A list in force is older than the deployment allows (CORDON_LIST_MAX_AGE_DAYS). No answer is given from it.',
    remedy: 'Import the newest publication of the list that the message names.',
  },
  MATCH_CHANGED: {
    status: 200,
    meaning:
      'The match, its customer or its entry changed since it was seen, or is being screened again. Nothing was written.',
    remedy: 'Read the match again, look at what changed, and decide on its new digest.',
  },
  NOT_SCREENED: {
    status: 200,
    meaning:
      'The subject could not be screened, or not by all that was given of it, and nothing was found. The message and `problem` say why.',
    remedy: 'Correct the subject, or import a list, and screen it again. Do not read it as "no match".',
  },
  UNKNOWN_LIST: {
    status: 200,
    meaning: 'No version of that list is imported, or not that version.',
    remedy: 'Ask `sanctionsLists` which lists and versions there are, or import it.',
  },
} as const satisfies ErrorCodeTable;
