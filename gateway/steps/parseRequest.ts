import {
  type DocumentNode,
  getOperationAST,
  getVariableValues,
  type GraphQLError,
  type OperationDefinitionNode,
  parse,
  validate,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { type Code, requestError, RequestError } from '../request/requestError';
import type { StoredDocument } from '../graph/documentStore';
import { digest, type Graph } from '../graph/graph';
import { addRecordIds, recordIdPrefix } from '../readLog/recordIds';
import { decidingVariables } from '../execution/plan/conditions';
import { limitQuery, type QueryLimits } from './limitQuery';
import type { ResolvedParameters } from './resolveOperation';

/** An operation that fits a schema. */
export interface ParsedOperation {
  readonly graph: Graph;
  readonly stored: StoredDocument;
  readonly operation: OperationDefinitionNode;
}

/** One GraphQL request, checked against the schema in force when it came. */
export interface ParsedRequest extends ParsedOperation {
  /** As the client sent them: they fit their types. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** As the schema reads them, defaults included. */
  readonly coerced: Readonly<Record<string, unknown>>;
}

export interface ParseOptions extends QueryLimits {
  /** True where errors name nothing of the schema that the caller has not named. */
  readonly hideSuggestions?: boolean;
}

/** Checks that a request is GraphQL, within the limits, and fit for the schema. Throws a RequestError otherwise. */
export function parseRequest(
  { query, variables, operationName }: ResolvedParameters,
  graph: Graph,
  limits: ParseOptions,
): ParsedRequest {
  const parsed = parseOperation(query, operationName ?? undefined, graph, limits);
  const given = variables ?? {};
  const definitions = parsed.operation.variableDefinitions ?? [];
  const { hideSuggestions = false } = limits;
  const { errors, coerced } = getVariableValues(graph.schema, definitions, given, {
    maxErrors: 20,
    hideSuggestions,
  });
  if (errors) throw toRequestError('BAD_USER_INPUT', errors);
  return { ...parsed, variables: given, coerced };
}

/** As `parseRequest`, without the variables. A document that was parsed before is found again. */
export function parseOperation(
  query: string,
  operationName: string | undefined,
  graph: Graph,
  limits: ParseOptions,
): ParsedOperation {
  const stored = graph.documents.get(query) ?? resolveDocument(query, graph, limits);
  const operation = selectOperation(stored.document, operationName, graph);
  rejectReserved(operation.variableDefinitions ?? []);
  return { graph, stored, operation };
}

function resolveDocument(query: string, graph: Graph, limits: ParseOptions): StoredDocument {
  const document = parseDocument(query, limits);
  const depth = limitQuery(document, limits);
  const { hideSuggestions = false } = limits;
  const errors = validate(graph.schema, document, undefined, { maxErrors: 20, hideSuggestions });
  if (errors.length > 0) throw toRequestError('GRAPHQL_VALIDATION_FAILED', errors);
  rejectReservedAliases(document);
  const recorded = addRecordIds(document, graph.schema, graph.restricted);
  const { isRestricted } = recorded;
  return graph.documents.add(query, recorded.document, {
    hash: digest(query),
    isRestricted,
    introspects: asksForSchema(document),
    depth,
    decidedBy: decidingVariables(document),
  });
}

function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      found ||= name.value === '__schema' || name.value === '__type';
    },
  });
  return found;
}

function parseDocument(query: string, { maxTokens }: QueryLimits): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    const { message } = error as GraphQLError;
    if (/more tha[nt] \d+ tokens/.test(message)) {
      throw requestError('QUERY_TOO_LARGE', `The query has more than ${maxTokens} tokens.`);
    }
    throw toRequestError('GRAPHQL_PARSE_FAILED', [error as GraphQLError]);
  }
}

function selectOperation(
  document: DocumentNode,
  operationName: string | undefined,
  { schema }: Graph,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation && schema.getRootType(operation.operation)) return operation;
  // Validation has no rule for this one.
  if (operation) throw requestError('GRAPHQL_VALIDATION_FAILED', `The schema has no ${operation.operation}.`);
  const why =
    operationName === undefined ? 'holds several operations, or none' : `holds no operation ${operationName}`;
  throw requestError(
    'OPERATION_RESOLUTION_FAILURE',
    `The document ${why}: name one of its operations in operationName.`,
  );
}

/** The planner's calls for entities carry them in a variable of this name. */
const reserved = 'representations';

function rejectReserved(definitions: readonly VariableDefinitionNode[]): void {
  if (!definitions.some(({ variable }) => variable.name.value === reserved)) return;
  throw requestError(
    'GRAPHQL_VALIDATION_FAILED',
    `A variable may not be called $${reserved}: give it another name.`,
  );
}

/**
 * The planner renames fields in this form, and the answer is read by it. A client's alias of this form could
 * stand for a field that was lost.
 */
const renamedByPlanner = /__alias_\d/;

function rejectReservedAliases(document: DocumentNode): void {
  visit(document, {
    Field: ({ alias }) => {
      if (alias?.value.startsWith(recordIdPrefix))
        throw requestError(
          'GRAPHQL_VALIDATION_FAILED',
          `An alias may not begin with "${recordIdPrefix}": give ${alias.value} another name.`,
        );
      if (!alias || !renamedByPlanner.test(alias.value)) return;
      throw requestError(
        'GRAPHQL_VALIDATION_FAILED',
        `An alias may not hold "__alias_" and a number: give ${alias.value} another name.`,
      );
    },
  });
}

function toRequestError(code: Code, errors: readonly GraphQLError[]): RequestError {
  const shown = errors.map(({ message, locations }) => ({
    message,
    ...(locations ? { locations } : {}),
    extensions: { code },
  }));
  return new RequestError(code, shown);
}
