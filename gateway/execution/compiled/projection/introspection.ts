import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

/** The fields of a root that are answered only from the schema. */
export const isIntrospection = ({ name }: FieldNode): boolean =>
  name.value === '__schema' || name.value === '__type';

export interface Introspection {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The operation's fields of the schema. */
  readonly fields: readonly FieldNode[];
}

/** Answers what an operation asks of the schema, by the client's names. */
export function introspect(
  { schema, operation, fragments, fields }: Introspection,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const selectionSet = { kind: Kind.SELECTION_SET, selections: fields } as const;
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet }, ...fragments.values()],
  };
  const { data, errors } = executeSync({ schema, document, variableValues: variables });
  if (errors?.[0]) throw errors[0];
  return data ?? {};
}
