import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isTypeDefinitionNode,
  Kind,
  parse,
  print,
  type TypeDefinitionNode,
} from 'graphql';
import { type Contract, contractKey, contractSchema } from './contract';
import { readCoreLinks } from './coreLinks';

/** By the schema of the whole, and `contractKey`: one is checked with the partner file, and then served. */
const built = new WeakMap<GraphQLSchema, Map<string, string>>();

/**
 * Returns the supergraph that a contract serves, as text. Elements that the contract omits are
 * `@inaccessible` in it, so that they can be neither named nor planned. `apiSchema` is that of the whole
 * supergraph. Throws SUPERGRAPH_INVALID where no query is left.
 */
export function contractSupergraph(
  supergraphSdl: string,
  apiSchema: GraphQLSchema,
  contract: Contract,
): string {
  const known = built.get(apiSchema) ?? new Map<string, string>();
  built.set(apiSchema, known);
  const key = contractKey(contract);
  const text = known.get(key) ?? buildContract(supergraphSdl, apiSchema, contract);
  known.set(key, text);
  return text;
}

function buildContract(supergraphSdl: string, apiSchema: GraphQLSchema, contract: Contract): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const served = contractSchema(document, apiSchema, contract);
  const { name, declaration } = inaccessibleOf(document);
  const hidden: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: name } };
  const definitions = document.definitions.map((definition) =>
    isTypeDefinitionNode(definition) && apiSchema.getType(definition.name.value)
      ? hide(definition, { apiSchema, served, hidden })
      : definition,
  );
  return print({ kind: Kind.DOCUMENT, definitions: [...declaration, ...definitions] });
}

/** The name of `@inaccessible` in a supergraph, with what declares it where the supergraph does not. */
function inaccessibleOf(document: DocumentNode): {
  readonly name: string;
  readonly declaration: DocumentNode['definitions'];
} {
  const links = readCoreLinks(document);
  const known = links.find(({ feature }) => feature === 'inaccessible');
  if (known) return { name: known.prefix ?? 'inaccessible', declaration: [] };
  const link = links[0]?.node.name.value ?? 'link';
  const { definitions } = parse(
    `extend schema @${link}(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
    directive @inaccessible on FIELD_DEFINITION | INTERFACE | OBJECT | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION`,
    { noLocation: true },
  );
  return { name: 'inaccessible', declaration: definitions };
}

interface Hiding {
  readonly apiSchema: GraphQLSchema;
  readonly served: GraphQLSchema;
  readonly hidden: ConstDirectiveNode;
}

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[];
}

function hide(definition: TypeDefinitionNode, { apiSchema, served, hidden }: Hiding): TypeDefinitionNode {
  const name = definition.name.value;
  const mark = <Node extends Directed>(node: Node): Node => ({
    ...node,
    directives: [...(node.directives ?? []), hidden],
  });
  /**
   * Elements that clients see of the whole supergraph and not by this contract. Elements that they never see
   * are hidden already.
   */
  const isOmitted = (has: (schema: GraphQLSchema) => boolean) => has(apiSchema) && !has(served);
  if (!served.getType(name)) return mark(definition);
  switch (definition.kind) {
    case Kind.ENUM_TYPE_DEFINITION:
      return {
        ...definition,
        values:
          definition.values?.map((value) =>
            isOmitted((schema) => hasValue(schema, name, value.name.value)) ? mark(value) : value,
          ) ?? [],
      };
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return {
        ...definition,
        fields:
          definition.fields?.map((field) =>
            isOmitted((schema) => fieldOf(schema, name, field.name.value) !== undefined)
              ? mark(field)
              : field,
          ) ?? [],
      };
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return { ...definition, fields: definition.fields?.map(hideField) ?? [] };
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      return definition;
  }

  function hideField(field: FieldDefinitionNode): FieldDefinitionNode {
    if (isOmitted((schema) => fieldOf(schema, name, field.name.value) !== undefined)) return mark(field);
    return {
      ...field,
      arguments:
        field.arguments?.map((argument) =>
          isOmitted((schema) => hasArgument(schema, [name, field.name.value, argument.name.value]))
            ? mark(argument)
            : argument,
        ) ?? [],
    };
  }
}

function fieldOf(schema: GraphQLSchema, typeName: string, name: string) {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return undefined;
  return type.getFields()[name];
}

function hasArgument(schema: GraphQLSchema, [type, name, argument]: readonly [string, string, string]) {
  const field = fieldOf(schema, type, name);
  return field !== undefined && 'args' in field && field.args.some((one) => one.name === argument);
}

function hasValue(schema: GraphQLSchema, typeName: string, value: string): boolean {
  const type = schema.getType(typeName);
  return isEnumType(type) && type.getValue(value) !== undefined;
}
