import { type DocumentNode, type FieldDefinitionNode, Kind, visit } from 'graphql';
import { parseDirective } from './parseDirective';

/**
 * Adds `@listSize` to every field that returns a connection: its `first` bounds the rows of `nodes` and `edges`. Source:
 * IBM's GraphQL cost directives specification. A connection without `first` is an error: nothing would bound it.
 */
export function addListSizes(document: DocumentNode): DocumentNode {
  return visit(document, {
    FieldDefinition(field) {
      if (!returnsConnection(field) || field.directives?.some(({ name }) => name.value === 'listSize'))
        return undefined;
      if (!field.arguments?.some(({ name }) => name.value === 'first'))
        throw new Error(`the field ${field.name.value} returns a connection and has no argument first`);
      return { ...field, directives: [...(field.directives ?? []), sizedByFirst] };
    },
  });
}

function returnsConnection({ type }: FieldDefinitionNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return named.kind === Kind.NAMED_TYPE && named.name.value.endsWith('Connection');
}

const sizedByFirst = parseDirective(
  '@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)',
);
