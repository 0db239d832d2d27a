import {
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { maskError } from '../../shared/errors/maskError';
import type { Logger } from '../../shared/logger/logger';
import type { SubgraphRequest } from '../../shared/subgraph/runSubgraph';
import { DownstreamError } from '../link/downstreamError';
import { isQuery } from '../link/isQuery';
import type { SubgraphLink } from '../link/subgraphLink';
import { type Data, UnavailableValue } from './unavailableValue';
import { markAllUnavailable, type PlacedError, placeErrors } from './placeErrors';
import { collectExtensions } from './responseExtensions';
import type { ExecutionContext } from './executionContext';

/**
 * Asks one subgraph for one part of the plan. The answer always has the form that was asked for: what could not be had
 * is marked as lost in its place, so that it can neither be read as null nor be passed to another subgraph as a fact.
 */
export async function fetchPart(
  link: SubgraphLink,
  request: SubgraphRequest,
  context: ExecutionContext,
  logger: Logger,
): Promise<Data> {
  const representations = request.variables?.['representations'];
  const wanted = Array.isArray(representations) ? representations.length : undefined;
  try {
    const result = await link.execute(request, context.caller, context.signal);
    collectExtensions(context.extensions, result.extensions);
    if (!result.errors?.length && hasForm(result, wanted)) return result.data as Data;
    return placeUnavailable(link.name, request, wanted, result, logger);
  } catch (error) {
    // A caller who has gone ends calls early; that is nothing to report.
    if (!context.signal.aborted) logger.warn({ err: error, subgraph: link.name }, 'subgraph unavailable');
    const outcomeUnknown = error instanceof DownstreamError && error.sent && !isQuery(request.query);
    return unavailableAnswer(
      request,
      wanted,
      outcomeUnknown ? unknownOutcome(link.name) : unavailable(link.name),
    );
  }
}

/** Whether there is data, and, of an entity call, an answer for each entity. */
function hasForm({ data }: FormattedExecutionResult, wanted: number | undefined): boolean {
  if (!data) return false;
  const entities = data['_entities'];
  return wanted === undefined || (Array.isArray(entities) && entities.length === wanted);
}

function placeUnavailable(
  subgraph: string,
  request: SubgraphRequest,
  wanted: number | undefined,
  result: FormattedExecutionResult,
  logger: Logger,
): Data {
  const errors = (result.errors ?? []).map((error) => fitForClients(subgraph, error, logger));
  const [first] = errors;
  if (!first)
    throw new DownstreamError(subgraph, 'the answer does not have the form that was asked for', {
      sent: true,
    });
  const fields = fieldsOf(request.query);
  const whole = hasForm(result, wanted);
  const data = whole ? (result.data as Data) : nothing(wanted);
  placeErrors(data, errors, fields);
  // A null at a non-null field took its neighbours along: they are lost for the same reason.
  if (!whole) markAllUnavailable(data, first.reason.at([]), fields);
  return data;
}

function unavailableAnswer(
  request: SubgraphRequest,
  wanted: number | undefined,
  reason: UnavailableValue,
): Data {
  const data = nothing(wanted);
  markAllUnavailable(data, reason, fieldsOf(request.query));
  return data;
}

const nothing = (wanted: number | undefined): Data =>
  wanted === undefined ? {} : { _entities: new Array<null>(wanted).fill(null) };

function unavailable(subgraph: string): UnavailableValue {
  const message = `Subgraph ${subgraph} is unavailable; its fields are unresolved.`;
  return new UnavailableValue(message, { code: 'SUBGRAPH_UNAVAILABLE', subgraph });
}

/** A change whose call was sent may have been made, or may yet be: nobody knows until it is asked again. */
function unknownOutcome(subgraph: string): UnavailableValue {
  const message = `The call to the subgraph ${subgraph} was sent, and no answer came: it may have been carried out. Ask again with the same key.`;
  return new UnavailableValue(message, { code: 'OUTCOME_UNKNOWN', subgraph });
}

/** The gateway's own mistakes: a subgraph that says these disagrees with the supergraph, and the client can do nothing. */
const ownMistakes = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'INTERNAL_SERVER_ERROR']);

/** What a subgraph may have said for its own operators. */
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

/** The names that an operation asks for at its root, or of each entity, as they are called in the answer. */
function fieldsOf(query: string): readonly string[] {
  const { definitions } = parse(query, { noLocation: true });
  const names = new Set<string>();
  const read = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) read(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) readFragment(selection.name.value);
      else if (selection.name.value === '_entities' && selection.selectionSet) read(selection.selectionSet);
      else if (selection.name.value !== '__typename') names.add((selection.alias ?? selection.name).value);
    }
  };
  const readFragment = (name: string): void => {
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name)
        read(definition.selectionSet);
    }
  };
  for (const definition of definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) read(definition.selectionSet);
  return [...names];
}
