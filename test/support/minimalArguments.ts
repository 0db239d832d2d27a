import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** Returns the least literals that a field's arguments accept, such as `(id: "x")`; empty where none is required. */
export function minimalArguments(args: readonly GraphQLArgument[]): string {
  const required = args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${literal(type)}`);
  return required.length === 0 ? '' : `(${required.join(', ')})`;
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields: readonly GraphQLInputField[] = Object.values(type.getFields());
    return `{ ${fields
      .filter(isRequiredInputField)
      .map((field) => `${field.name}: ${literal(field.type)}`)
      .join(', ')} }`;
  }
  const literals: Readonly<Record<string, string>> = {
    Boolean: 'false',
    Int: '1',
    Float: '1',
    BigInt: '"1"',
    Date: '"2024-01-01"',
    DateTime: '"2024-01-01T00:00:00Z"',
  };
  return literals[type.name] ?? '"x"';
}
