import {
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type SelectionNode,
  type TypeNode,
} from 'graphql';
import { readFields } from './joins';

/** A field that another subgraph's field `@requires`, in a form that the gateway could get wrong. */
export interface RequiredFieldProblem {
  readonly code: 'REQUIRED_FIELD_HAS_ARGUMENTS' | 'REQUIRED_FIELD_NULLABLE';
  readonly message: string;
}

/**
 * What a field `@requires` must have no arguments: the executor gives it whatever a client's arguments beside it made of
 * it, without an error. And within it nothing may be null: the executor would pass on a null that stands for an error.
 * The required field itself may, since the gateway takes such a null out, and what requires it is then not asked for.
 */
export function requiredFieldProblems(supergraphSdl: string): readonly RequiredFieldProblem[] {
  const types = new Map<string, ObjectTypeDefinitionNode>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) types.set(definition.name.value, definition);
  }
  const problems = new Map<string, RequiredFieldProblem>();
  for (const type of types.values()) {
    for (const field of type.fields ?? []) {
      for (const selection of requiresOf(field)) {
        check(
          selection,
          type,
          { types, by: `${type.name.value}.${field.name.value}`, outermost: true },
          problems,
        );
      }
    }
  }
  return [...problems.values()];
}

function requiresOf(field: FieldDefinitionNode): readonly (readonly FieldNode[])[] {
  return (field.directives ?? []).flatMap((directive) => {
    const value = directive.arguments?.find((argument) => argument.name.value === 'requires')?.value;
    return directive.name.value === 'join__field' && value?.kind === Kind.STRING
      ? [readFields(value.value)]
      : [];
  });
}

interface Place {
  readonly types: ReadonlyMap<string, ObjectTypeDefinitionNode>;
  /** The field that requires. */
  readonly by: string;
  readonly outermost: boolean;
}

function check(
  selections: readonly SelectionNode[],
  parent: ObjectTypeDefinitionNode,
  { types, by, outermost }: Place,
  problems: Map<string, RequiredFieldProblem>,
): void {
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const field = parent.fields?.find(({ name }) => name.value === selection.name.value);
    if (!field) continue;
    const place = `${parent.name.value}.${field.name.value}`;
    const tell = (code: RequiredFieldProblem['code'], what: string) =>
      problems.set(`${by} ${place} ${code}`, { code, message: `${by} @requires ${place}, which ${what}` });
    if (field.arguments?.length)
      tell('REQUIRED_FIELD_HAS_ARGUMENTS', 'takes arguments: make it a field of its own');
    if (mayHoldNull(field.type, outermost))
      tell('REQUIRED_FIELD_NULLABLE', 'may be or hold null: an error would be passed on as a fact');
    const type = types.get(namedType(field.type));
    if (selection.selectionSet && type)
      check(selection.selectionSet.selections, type, { types, by, outermost: false }, problems);
  }
}

function mayHoldNull(type: TypeNode, outermost: boolean): boolean {
  if (type.kind !== Kind.NON_NULL_TYPE)
    return !outermost || (type.kind === Kind.LIST_TYPE && mayHoldNull(type.type, false));
  return type.type.kind === Kind.LIST_TYPE && mayHoldNull(type.type.type, false);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
