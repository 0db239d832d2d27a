import { type DocumentNode, Kind, parse, type TypeNode } from 'graphql';
import { type RequiredField, requiredFields } from './requires';
import { readTypes } from './supergraphTypes';

/** A field that another subgraph's field `@requires`, in a form that the stock executor gets wrong. */
export interface RequiredFieldProblem {
  readonly code: 'REQUIRED_FIELD_HAS_ARGUMENTS' | 'REQUIRED_FIELD_NULLABLE';
  readonly message: string;
}

/**
 * Returns the problems of `@requires` for the stock executor. A required field must have no arguments: it
 * passes on the value of a client's arguments beside it, without an error. Within it nothing may be null: it
 * would pass on a null that stands for an error. The required field itself may be null, since the gateway
 * removes such a null, and does not fetch the field that requires it. The compiled executor answers all of
 * these correctly.
 */
export function requiredFieldProblems(supergraphSdl: string): readonly RequiredFieldProblem[] {
  const document: DocumentNode = parse(supergraphSdl, { noLocation: true });
  const types = readTypes(document);
  const problems = new Map<string, RequiredFieldProblem>();
  for (const type of types.all.values()) {
    for (const field of type.fields.values()) {
      const by = `${type.name}.${field.name.value}`;
      for (const required of requiredFields(types, type, field)) {
        for (const problem of problemsOf(required, by)) problems.set(problem.message, problem);
      }
    }
  }
  return [...problems.values()];
}

function problemsOf(
  { parent, field, outermost }: RequiredField,
  by: string,
): readonly RequiredFieldProblem[] {
  const place = `${parent.name}.${field.name.value}`;
  const problem = (code: RequiredFieldProblem['code'], what: string) => ({
    code,
    message: `${by} @requires ${place}, which ${what}`,
  });
  return [
    ...(field.arguments?.length
      ? [
          problem(
            'REQUIRED_FIELD_HAS_ARGUMENTS',
            'takes arguments: with CORDON_EXECUTOR=stock, make it a field of its own',
          ),
        ]
      : []),
    ...(mayHoldNull(field.type, outermost)
      ? [
          problem(
            'REQUIRED_FIELD_NULLABLE',
            'may be or hold null: with CORDON_EXECUTOR=stock, an error would be passed on as a fact',
          ),
        ]
      : []),
  ];
}

function mayHoldNull(type: TypeNode, outermost: boolean): boolean {
  if (type.kind !== Kind.NON_NULL_TYPE)
    return !outermost || (type.kind === Kind.LIST_TYPE && mayHoldNull(type.type, false));
  return type.type.kind === Kind.LIST_TYPE && mayHoldNull(type.type.type, false);
}
