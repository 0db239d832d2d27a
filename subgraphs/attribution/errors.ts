import type { ErrorCodeTable } from '../../shared/errors/cordonError';

/** The codes of the attribution subgraph. */
export const attributionCodes = {
  STATEMENT_NOT_ALLOWED: {
    status: 200,
    meaning: 'The statement is not one of our own analysts, so that it cannot be retracted here.',
    remedy: 'Dispute the statement with `stateAttribution`: only its source can retract it.',
  },
  STATEMENT_KEY_TAKEN: {
    status: 200,
    meaning: 'The key of a statement was used before, for a statement that says something else.',
    remedy:
      'Make a new key for each statement; send it again unchanged only to repeat one that may have been lost.',
  },
  WATCH_NOT_ALLOWED: {
    status: 200,
    meaning:
      'The caller may not watch this kind of subject: a venue may watch wallets, and its own accounts.',
    remedy: 'Ask our own analysts to watch an actor.',
  },
  WATCH_KEY_TAKEN: {
    status: 200,
    meaning: 'The key of a watch was used before, for a watch of something else or one that has ended.',
    remedy:
      'Make a new key for each watch; send it again unchanged only to repeat one that may have been lost.',
  },
  MONITORING_LIMIT: {
    status: 200,
    meaning: 'The caller has as many watches, or webhooks, as allowed. Nothing was stored.',
    remedy: 'End some that are not needed any more.',
  },
  TOO_MANY_TRANSFERS: {
    status: 200,
    meaning: 'The wallet received more transfers than a share of a trace examines.',
    remedy: "It is a service's: ask for `exposure`, which examines the newest and reports that.",
  },
  TRACING_DEADLINE: {
    status: 200,
    meaning: 'A search over the transfers did not end in time. Nothing is known of its answer.',
    remedy: 'Ask with fewer hops, or again when the server is less busy.',
  },
  TRACING_BUSY: {
    status: 200,
    meaning:
      'Too many searches over the transfers wait for their turn, or this one waited too long. Nothing of it was begun.',
    remedy: 'Ask again in some seconds, with fewer searches at once.',
  },
  TRACING_FAILED: {
    status: 200,
    meaning:
      'A search over the transfers could not be done, or its thread ended. Nothing is known of its answer.',
    remedy: 'Ask again; the cause is in the log of the deployable.',
  },
  IMPORT_UNFINISHED: {
    status: 200,
    meaning:
      'A case or a publication of lists is being loaded, or that was cut off: where funds went is not known.',
    remedy:
      'Ask again in a moment; if it stays so, import the case that the message names, or the lists, again.',
  },
  UNKNOWN_ACCOUNT: {
    status: 200,
    meaning:
      'Of a row of `registerDepositWallets`: the registry has no wallet of this account yet, so that it is not known here.',
    remedy: 'Correct the account; the first wallet of a new one is registered by `cordon import deposits`.',
  },
  NOT_IN_SCOPE: {
    status: 200,
    meaning:
      "Of a row of `registerDepositWallets`: the account is not of the caller's venue. The answer does not tell if such an account exists.",
    remedy: "Register wallets for your own venue's accounts.",
  },
} as const satisfies ErrorCodeTable;
