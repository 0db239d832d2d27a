import type { ErrorCodeTable } from '../shared/errors/cordonError';
import { sharedCodes } from '../shared/errors/sharedCodes';

/** The codes that the gateway itself answers with; those of the subgraphs pass through it. */
export const gatewayCodes = {
  UNAUTHENTICATED: {
    status: 401,
    meaning:
      'The request has no token, or this deployment rejects it. It is forged, expired, revoked, made for another audience, or bound to a key that was not proved. Or it belongs to neither the operator (`CORDON_OPERATOR_ROLES`) nor a venue, or its subject has more than one spelling.',
    remedy:
      'Send `Authorization: Bearer <token>` with a token that is valid now; the message names the fault.',
  },
  FORBIDDEN: {
    status: 403,
    meaning:
      'The token may not ask for a field that cannot be answered with null (a list at the root, or one that is never null). Or it may not ask for some field where CORDON_AUTHORIZATION is `reject`. Nothing was executed.',
    remedy: 'Omit the field, or ask for a token with the grants that the message names.',
  },
  UNKNOWN_PARTNER: {
    status: 403,
    meaning:
      "The token is a partner's (it has the role partner, or a venue). The partner file does not list its client (`client_id`, else `azp`) with its venue.",
    remedy: 'Use the client that was agreed with the operator; the operator lists it in CORDON_PARTNERS.',
  },
  NETWORK_NOT_ALLOWED: {
    status: 403,
    meaning:
      'The request comes from an address outside the networks that the partner file lists for the client.',
    remedy: 'Ask from one of these networks, or have the operator list another.',
  },
  PERSISTED_QUERY_NOT_IN_LIST: {
    status: 404,
    meaning: "The id is not of a stored operation of the partner's list.",
    remedy:
      'Send an id of the manifest that the operator has; publish the manifest before the client that uses it.',
  },
  QUERY_NOT_IN_SAFELIST: {
    status: 403,
    meaning: 'The partner must use its stored operations, and the text of the operation is none of them.',
    remedy: 'Send a stored operation, by its id or its text; have the operator add others to the list.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    meaning: "The digest is of no operation that this process was sent by one of the operator's own people.",
    remedy: 'Send the text beside the digest: clients of automatic persisted queries do so themselves.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    meaning:
      'The caller has no list of stored operations, so that an operation cannot be asked for by an id.',
    remedy: 'Send the text of the operation.',
  },
  KEYS_UNAVAILABLE: {
    status: 503,
    meaning:
      "The JWKS of the token's issuer is unavailable: its tokens cannot be verified, and are rejected.",
    remedy:
      'Ask again later. The administrator of this Cordon checks that CORDON_JWKS or CORDON_ISSUERS names a JSON Web Key Set that can be read.',
  },
  REVOCATIONS_UNAVAILABLE: {
    status: 503,
    meaning:
      'The store of the gateway does not answer: whether a token is revoked is not known, and all requests are rejected.',
    remedy: 'Ask again later. The administrator of this Cordon checks that the store of MONGODB_URL answers.',
  },
  READ_LOG_UNAVAILABLE: {
    status: 503,
    meaning:
      'The answer holds restricted records, and that they were read cannot be logged: it is not sent. A mutation may have been carried out.',
    remedy:
      'Ask again later, a mutation with the same `key`. The administrator of this Cordon checks that the store of MONGODB_URL answers.',
  },
  PURPOSE_REQUIRED: {
    status: 403,
    meaning:
      'A role of the token must say why it reads restricted records (CORDON_PURPOSE_ROLES), and the request does not. Nothing was executed.',
    remedy: 'Send the header `x-cordon-purpose`, such as the number of the case or warrant.',
  },
  RATE_LIMITED: {
    status: 429,
    meaning:
      'The client has sent more requests than it may in a minute. A client is one of the partner file, or else the caller (issuer, venue, client and subject of the token). Or too many requests came from its address.',
    remedy: 'Wait for as many seconds as the header `retry-after` says; `RateLimit` says what is left.',
  },
  COST_BUDGET_EXCEEDED: {
    status: 429,
    meaning:
      "The operation is estimated to cost more than the rest of the client's hourly budget. It was not executed, and nothing was charged.",
    remedy:
      'Ask for less, or wait for as many seconds as the header `retry-after` says; `RateLimit` says what is left.',
  },
  COST_ESTIMATED_TOO_EXPENSIVE: {
    status: 400,
    meaning:
      'The answer of the operation is estimated, before it is planned, to cost more than is allowed (CORDON_MAX_COST). It costs one for each object of the answer, lists multiplied, and the weights (`@cost`) of fields that search.',
    remedy:
      'Ask for fewer rows (`first`), for less of each, or in several calls. The message has both numbers.',
  },
  COST_ACTUAL_TOO_EXPENSIVE: {
    status: 400,
    meaning:
      'The answers of subgraphs cost more than the operation may (CORDON_MAX_COST): lists that nothing bounds were longer than estimated. It was stopped, and nothing of it is answered.',
    remedy: 'Ask for fewer rows (`first`), for less of each, or in several calls.',
  },
  INTROSPECTION_DISABLED: {
    status: 403,
    meaning: 'The operation asks for the schema, and no role of the token may see it (CORDON_INTROSPECTION).',
    remedy:
      'Leave `__schema` and `__type` out; the operator can export the schema of a client (`cordon schema export --client ID`).',
  },
  QUERY_TOO_DEEP: {
    status: 400,
    meaning: 'The query nests fields deeper than this deployment allows. Introspection is exempt.',
    remedy: 'Ask in several queries, each from a point further in.',
  },
  QUERY_TOO_LARGE: {
    status: 400,
    meaning: 'The query has more tokens, fields, root fields, aliases or directives than are allowed.',
    remedy: 'Ask in several queries; ask for many ids through one field that takes a list.',
  },
  BAD_REQUEST: {
    status: 400,
    meaning:
      'The body, or the URL of a GET, is not one GraphQL request: malformed, a batch, or without a query.',
    remedy: 'Send `{"query": "...", "variables": {...}}`, one request a call.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    meaning: 'The header `accept` allows no media type that answers are written in.',
    remedy: 'Accept `application/graphql-response+json` or `application/json`, or send no such header.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    meaning: 'The document holds several operations, or none, and `operationName` does not say which to run.',
    remedy: 'Name one of the operations of the document in `operationName`.',
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    meaning: 'The body is over 2 MiB, or would be when it is decompressed.',
    remedy: 'Ask in several calls.',
  },
  REQUEST_TIMEOUT: {
    status: 408,
    meaning: 'The body did not arrive within 5 seconds of its headers.',
    remedy: 'Send the whole body at once.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    meaning: 'The body is not declared as JSON in UTF-8, or is compressed in an unsupported way.',
    remedy:
      'Send `Content-Type: application/json`; compress with `br` or `gzip`, named in `Content-Encoding`, or not at all.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    meaning:
      'GraphQL is answered to POST, and a query to GET; the request has another method, or is a mutation by GET.',
    remedy: 'Use POST.',
  },
  NOT_FOUND: {
    status: 404,
    meaning: 'Nothing is served at this path.',
    remedy: 'The graph is at /graphql, the console at /, the explorer at /explorer.',
  },
  SUBGRAPH_UNAVAILABLE: {
    status: 200,
    meaning: 'A subgraph is unavailable, so the value at `path` is unknown; the rest of the answer stands.',
    remedy: 'Ask again later. Do not read the null as "none".',
  },
  OUTCOME_UNKNOWN: {
    status: 200,
    meaning:
      'The call of a mutation was sent to a subgraph, and no answer came before the deadline or the connection broke. It may have been carried out, or may still be.',
    remedy:
      'Ask again with the same `key`: what was carried out is answered, and is not carried out twice. Where the mutation takes no key, read what it changes first.',
  },
  INCOMPLETE_ANSWER: {
    status: 200,
    meaning: 'A subgraph answered without a value that it was asked for, so the value at `path` is unknown.',
    remedy:
      'Do not read the null as "none". Tell the administrator of this Cordon: the log names the subgraph\'s field.',
  },
  SUPERGRAPH_INVALID: {
    status: 500,
    meaning:
      'The supergraph cannot be read, composed or enforced. At start the gateway ends; later the one before stays in force.',
    remedy: 'Run `cordon schema compose`, and read what it says.',
  },
} as const satisfies ErrorCodeTable;

const known: ErrorCodeTable = { ...sharedCodes, ...gatewayCodes };

/** The HTTP status of an answer that is only this error. */
export function statusOf(code: string): number {
  return known[code]?.status ?? 500;
}
