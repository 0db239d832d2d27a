import {
  type DocumentNode,
  getNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Returns the schema coordinates that an operation relies on. They are fields, their arguments, the enum
 * values and input fields that it writes, and every type that it names or is answered with. A variable relies
 * on its whole type.
 */
export function usedCoordinates(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const used = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field() {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (!parent || !field) return;
        used.add(`${parent.name}.${field.name}`).add(parent.name).add(getNamedType(field.type).name);
      },
      Argument({ name }) {
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (parent && field) used.add(`${parent.name}.${field.name}(${name.value}:)`);
      },
      ObjectField({ name }) {
        const parent = getNamedType(info.getParentInputType());
        if (parent) used.add(`${parent.name}.${name.value}`);
      },
      EnumValue({ value }) {
        const type = getNamedType(info.getInputType());
        if (type) used.add(`${type.name}.${value}`);
      },
      VariableDefinition({ type }) {
        let named = type;
        while (named.kind !== Kind.NAMED_TYPE) named = named.type;
        useWholeType(named.name.value, schema, used);
      },
      NamedType({ name }) {
        used.add(name.value);
      },
    }),
  );
  for (const name of [...used]) if (isEnumType(schema.getType(name))) useWholeType(name, schema, used);
  return used;
}

/** Adds all that a client may send as a value of a type, or be answered with in an enum. */
function useWholeType(name: string, schema: GraphQLSchema, used: Set<string>): void {
  const type = schema.getType(name);
  used.add(name);
  if (isEnumType(type)) for (const value of type.getValues()) used.add(`${name}.${value.name}`);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    if (used.has(`${name}.${field.name}`)) continue;
    used.add(`${name}.${field.name}`);
    useWholeType(getNamedType(field.type).name, schema, used);
  }
}
