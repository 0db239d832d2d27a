import type { GraphQLFormattedError } from 'graphql';
import { maskError } from '../../../shared/errors/maskError';
import type { Logger } from '../../../shared/logger/logger';
import type { SubgraphRequest } from '../../../shared/subgraph/runSubgraph';
import { DownstreamError } from '../../link/downstreamError';
import { isQuery } from '../../../shared/subgraph/isQuery';
import type { SubgraphLink } from '../../link/subgraphLink';
import { requestIdHeader } from '../../../shared/http/requestId';
import type { ExecutionContext } from '../executionContext';
import type { PlacedError } from './placeErrors';
import { collectExtensions } from './responseExtensions';
import { type Data, UnavailableValue } from './unavailableValue';

/** The answer of a subgraph to one call, with errors fit for clients. */
export interface SubgraphAnswer {
  readonly data: Data | null | undefined;
  readonly errors: readonly PlacedError[];
}

/** Calls a subgraph. Returns why all of it is unknown where no answer came; that is logged. */
export async function callSubgraph(
  link: SubgraphLink,
  request: SubgraphRequest,
  context: ExecutionContext,
  logger: Logger,
): Promise<SubgraphAnswer | UnavailableValue> {
  // A caller who has gone ends calls early: nothing is reported.
  const isEnded = () => context.signal.aborted;
  if (isEnded()) return unavailable(link.name);
  context.beginCall();
  const log = () => logger.child({ requestId: context.headers?.[requestIdHeader] });
  try {
    const { data, errors, extensions } = await link.execute(request, context);
    collectExtensions(context.extensions, extensions);
    if (data) context.spend(request.query, data);
    return {
      data: data as Data | null | undefined,
      errors: errors?.map((error) => fitForClients(link.name, error, log())) ?? [],
    };
  } catch (error) {
    if (!isEnded()) log().warn({ err: error, subgraph: link.name }, 'subgraph unavailable');
    return unansweredCall(link.name, request, error);
  }
}

/** Returns the reason why the fields of a failed call are unknown. */
export function unansweredCall(subgraph: string, request: SubgraphRequest, error: unknown): UnavailableValue {
  const outcomeUnknown = error instanceof DownstreamError && error.sent && !isQuery(request.query);
  return outcomeUnknown ? unknownOutcome(subgraph) : unavailable(subgraph);
}

function unavailable(subgraph: string): UnavailableValue {
  const message = `Subgraph ${subgraph} is unavailable; its fields are unresolved.`;
  return new UnavailableValue(message, { code: 'SUBGRAPH_UNAVAILABLE', subgraph });
}

/** A change whose call was sent may have been made, or may yet be: nobody knows until it is asked again. */
function unknownOutcome(subgraph: string): UnavailableValue {
  const message = `The call to the subgraph ${subgraph} was sent, and no answer came: it may have been carried out. Ask again with the same key; where it takes none, read first what it changes.`;
  return new UnavailableValue(message, { code: 'OUTCOME_UNKNOWN', subgraph });
}

/** The gateway's own mistakes: a subgraph that says these disagrees with the supergraph, and the client can do nothing. */
const ownMistakes = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'INTERNAL_SERVER_ERROR']);

/** The extensions of a subgraph's error that are for its own operators. */
const insides = new Set(['stacktrace', 'exception', 'response', 'serviceName', 'http']);

function fitForClients(subgraph: string, error: GraphQLFormattedError, logger: Logger): PlacedError {
  const { code, errorId, ...rest } = error.extensions ?? {};
  const foreseen = typeof code === 'string' && !ownMistakes.has(code);
  const details = foreseen ? { code, ...rest } : typeof errorId === 'string' ? { errorId } : {};
  const cause = new Error(`${subgraph}: ${error.message}`);
  const { message, extensions } = maskError(logger)({ message: error.message, extensions: details }, cause);
  const kept = Object.entries(extensions ?? {}).filter(([name]) => !insides.has(name));
  return { path: error.path, reason: new UnavailableValue(message, Object.fromEntries(kept)) };
}
