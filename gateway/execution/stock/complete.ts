import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
} from 'graphql';
import { responseName } from '../call/answerSelection';
import { type ClientDocument, clientPath } from '../call/clientPath';
import { type ForbiddenFields, forbiddenMessage } from '../forbiddenFields';
import { type Data, UnavailableValue, unavailableReasons } from '../call/unavailableValue';

export interface Completion {
  readonly schema: GraphQLSchema;
  /** The operation as the client wrote it. */
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Fields that were not asked for, because the caller may not see them. */
  readonly forbidden: ForbiddenFields;
  /** All answers of the subgraphs, with lost values marked in their places. */
  readonly data: Data;
}

/**
 * Makes the answer from the available data, by executing the client's own operation over it. An available
 * field is taken as it is, and a missing one is an error in its place. So nothing can be missing without an
 * error on its path. Nulls spread to the nearest nullable parent as the specification says (section 6.4.4).
 */
export async function complete(completion: Completion): Promise<ExecutionResult> {
  const { schema, document, operationName, variables, data } = completion;
  const result = await execute({
    schema,
    document,
    operationName: operationName ?? null,
    variableValues: variables,
    rootValue: data,
    contextValue: completion,
    fieldResolver: resolveFromData,
    typeResolver: (value) => typeOf(value as Data),
  });
  return result.errors
    ? { ...result, errors: result.errors.map((error) => withWholePath(error, document)) }
    : result;
}

const resolveFromData: GraphQLFieldResolver<Data, Completion> = (holder, _arguments, { forbidden }, info) => {
  const name = String(info.path.key);
  const denied = info.fieldNodes.find((node) => forbidden.has(node));
  if (denied) {
    const coordinate = `${info.parentType.name}.${info.fieldName}`;
    return new GraphQLError(forbiddenMessage(coordinate, forbidden.get(denied)), {
      extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
    });
  }
  const value = ownValue(holder, name);
  return value === undefined ? reasonFor(holder, name, info.parentType.name, info.fieldName) : value;
};

function ownValue(holder: Data, name: string): unknown {
  if (Object.hasOwn(holder, name) && holder[name] !== undefined) return holder[name];
  // Where two fields of one name differ, the planner renames one; the executor forgets to rename its null, 0 or false back.
  const renamed = Object.keys(holder).find(
    (key) => key.startsWith(`${name}__alias_`) && holder[key] !== undefined,
  );
  return renamed === undefined ? undefined : holder[renamed];
}

/**
 * Returns the reason why a field is missing. A field without a noted reason was not fetched, since another
 * field of the same object that it depends on was lost: that field's reason is its reason too.
 */
function reasonFor(holder: Data, name: string, type: string, field: string): Error {
  const reasons = Object.entries(unavailableReasons(holder) ?? {});
  const own =
    reasons.find(([key]) => key === name) ?? reasons.find(([key]) => key.startsWith(`${name}__alias_`));
  const [cause] = reasons;
  if (own) return own[1];
  if (cause) return cause[1].at([]);
  return new GraphQLError(`${type}.${field} was not answered: its value is unknown.`, {
    extensions: { code: 'INCOMPLETE_ANSWER' },
  });
}

function typeOf(value: Data): string | undefined {
  return typeof value['__typename'] === 'string' ? value['__typename'] : undefined;
}

/**
 * Extends an error's path to the place below the null where the subgraph reported it. An error without a code
 * is a value that is none of its type.
 */
function withWholePath(error: GraphQLError, document: DocumentNode): GraphQLError {
  const lost = error.originalError;
  if (error.path && !(lost instanceof UnavailableValue) && error.extensions['code'] === undefined) {
    return new GraphQLError(`${error.path.join('.')} was not answered: its value is unknown.`, {
      path: error.path,
      extensions: { code: 'INCOMPLETE_ANSWER' },
    });
  }
  if (!(lost instanceof UnavailableValue) || lost.below.length === 0 || !error.path) return error;
  const nodes = (error.nodes ?? []).filter((node) => node.kind === Kind.FIELD);
  return new GraphQLError(error.message, {
    path: [...error.path, ...clientPath(lost.below, nodes, readDocument(document))],
    originalError: lost,
  });
}

const readDocument = ({ definitions }: DocumentNode): ClientDocument => ({
  keyOf: responseName,
  fragment: (called) =>
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .find(({ name }) => name.value === called),
});
