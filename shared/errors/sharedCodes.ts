import type { ErrorCodeTable } from './cordonError';

/** The codes that any deployable may answer with. A deployable's own are in its `errors.ts`. */
export const sharedCodes = {
  BAD_USER_INPUT: {
    status: 400,
    meaning: 'An argument or variable does not have the form that the schema or the message asks for.',
    remedy: 'Correct the value that the message names.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    meaning: 'The query is not GraphQL.',
    remedy: 'Correct the syntax at the line and column that the error names.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    meaning: 'The query does not fit the schema: an unknown field, or a literal of the wrong type.',
    remedy: 'Correct the query; the schema is shown by introspection.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    meaning:
      'Something unexpected went wrong. Its cause is in the log of the deployable, under `errorId`; clients see none of it.',
    remedy:
      'Give the `errorId` to the administrator of this Cordon. The answer is unknown: do not read it as "none".',
  },
  REQUEST_ENDED: {
    status: 200,
    meaning:
      'The caller left, or the deadline of the call passed, before a subgraph had its answer: the rest of the work was not done.',
    remedy: 'No client gets it, as none waits. Ask again where the answer is still wanted.',
  },
  LEDGER_DAMAGED: {
    status: 200,
    meaning:
      'The content of the ledger, or of the log of restricted reads, differs from what was written, events that are known to have been in it are missing, or its checkpoints do not fit. Nothing of it is served, and no command is carried out.',
    remedy:
      'Sending it again does not help. The administrator of this Cordon finds the event with `cordon ledger verify` (`--ledger reads` for the log) and restores the store from a backup. Where only rows of the log differ, `cordon ledger rebuild --ledger reads` makes them anew.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 200,
    meaning: 'The key names an earlier command of the same caller with another payload. Nothing was written.',
    remedy: 'Retry with the payload of the first time, or give a new command a key of its own.',
  },
  LEDGER_BUSY: {
    status: 200,
    meaning: 'Other processes wrote to the ledger first, for ten seconds on end. Nothing was written.',
    remedy: 'Send the command again with the same key.',
  },
  UNKNOWN_ENTITY: {
    status: 200,
    meaning:
      'A record refers to another that is missing. The answer is incomplete: do not read it as "none".',
    remedy: 'Give the id in the message to the administrator of this Cordon: an import may be missing.',
  },
  LINK_UNSIGNED: {
    status: 401,
    meaning:
      'A call to a subgraph did not come from the gateway, or is not valid: another secret, a lifetime too long or over, or taken before.',
    remedy:
      'Ask the gateway. Where the gateway itself is rejected, give all deployables the same CORDON_LINK_SECRET and CORDON_LINK_TIMEOUT_MS, and set their clocks; the log of the subgraph says why.',
  },
  LINK_MISDIRECTED: {
    status: 421,
    meaning:
      'A signed call reached another replica of a subgraph than the one that it names, and was not executed.',
    remedy:
      'The gateway learns the name and calls again. Where that does not end, its URL leads to several replicas: give the URL of one.',
  },
  UNAUTHORIZED_FIELD_OR_TYPE: {
    status: 200,
    meaning:
      'The token may not see the field at `path`, or the type of its answer. Null stands in its place.',
    remedy: 'Leave the field out, or ask for a token with the scopes that the schema shows on it.',
  },
  CHECKER_IS_MAKER: {
    status: 200,
    meaning: 'The same person proposed or uploaded it, under this token or another. Nothing was written.',
    remedy: 'Another person has to decide.',
  },
  PROPOSAL_CHANGED: {
    status: 200,
    meaning:
      'The digest is not that of the proposal or upload: something else was seen than is stored. Nothing was written.',
    remedy: 'Read it again, look at it, and approve its digest.',
  },
  ALREADY_DECIDED: {
    status: 200,
    meaning: 'Somebody approved or rejected the proposal or upload already. Nothing was written.',
    remedy: 'Read it: it says who and when.',
  },
  UPLOAD_UNDER_WAY: {
    status: 409,
    meaning: 'Another upload to the same subgraph is under way: one at a time is taken. Nothing was stored.',
    remedy:
      'Upload again when it has ended. One that was cut off counts as ended a minute after its last part.',
  },
  UPLOAD_ENDED: {
    status: 409,
    meaning: 'The upload receives nothing any more: it was whole, was cut off, or another took its turn.',
    remedy: 'Upload the files again. Nothing of what was cut off is in force.',
  },
  ROLE_MISSING: {
    status: 200,
    meaning:
      'The token does not hold a role that may call the mutation, with its scope. Nothing was written.',
    remedy: 'Ask a person with a role that the message names; auditors and spokespersons write nothing.',
  },
} as const satisfies ErrorCodeTable;
