import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { CheckedGraph } from '../graph/composeGraph';
import type { FindingDraft } from '../finding/finding';

type Change = Pick<FindingDraft, 'code' | 'coordinate' | 'message'> & {
  readonly kind: 'breaking' | 'dangerous';
};

/** Finds changes that break a client of the API schema (blocked), or may break one (warning). */
export async function clientFindings(
  base: CheckedGraph,
  head: CheckedGraph,
): Promise<readonly FindingDraft[]> {
  const found = await inspect(base.apiSchema, head.apiSchema);
  const ours = becameStricter(base.apiSchema, head.apiSchema);
  const stricter = new Set(ours.map(({ coordinate }) => coordinate));
  // A default that is gone from a required value is reported once, as what it is.
  const others = found.filter(({ kind, coordinate }) => kind === 'breaking' || !stricter.has(coordinate));
  const known = new Set(others.map(({ kind, coordinate }) => `${kind} ${coordinate ?? ''}`));
  return [...others, ...ours.filter(({ coordinate }) => !known.has(`breaking ${coordinate ?? ''}`))].map(
    (change) => ({
      ...change,
      level: change.kind === 'breaking' ? 'blocked' : 'warning',
      location: null,
      clients: [],
    }),
  );
}

async function inspect(before: GraphQLSchema, after: GraphQLSchema): Promise<readonly Change[]> {
  const changes = await diff(before, after);
  return changes.flatMap(({ criticality, type, path, message }): readonly Change[] => {
    if (criticality.level === CriticalityLevel.NonBreaking) return [];
    const kind = criticality.level === CriticalityLevel.Breaking ? 'breaking' : 'dangerous';
    const coordinate = path === undefined ? null : coordinateOf(path, [before, after]);
    // Its types leave the kind of a change open.
    return [{ kind, code: String(type), coordinate, message }];
  });
}

/** `Type.field.argument`, as the inspector writes it, is `Type.field(argument:)` in GraphQL's schema coordinates. */
function coordinateOf(path: string, schemas: readonly GraphQLSchema[]): string {
  const [type = '', field = '', argument, ...rest] = path.split('.');
  if (argument === undefined || rest.length > 0 || type.startsWith('@')) return path;
  const isField = schemas.some((schema) => {
    const found = schema.getType(type);
    return (isObjectType(found) || isInterfaceType(found)) && field in found.getFields();
  });
  return isField ? `${type}.${field}(${argument}:)` : path;
}

/** Finds a change that graphql-inspector rates too low: a value that is required now. */
function becameStricter(before: GraphQLSchema, after: GraphQLSchema): readonly Change[] {
  return Object.values(after.getTypeMap()).flatMap((type): readonly Change[] => {
    const old = before.getType(type.name);
    if (isInputObjectType(type) && isInputObjectType(old)) {
      return Object.values(type.getFields()).flatMap((field) =>
        becameRequired(`${type.name}.${field.name}`, old.getFields()[field.name], field),
      );
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    if (!isObjectType(old) && !isInterfaceType(old)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((argument) => {
        const was = old.getFields()[field.name]?.args.find(({ name }) => name === argument.name);
        return becameRequired(`${type.name}.${field.name}(${argument.name}:)`, was, argument);
      }),
    );
  });
}

type Input = GraphQLArgument | GraphQLInputField;

function becameRequired(coordinate: string, was: Input | undefined, is: Input): readonly Change[] {
  if (!was || mustBeGiven(was) || !mustBeGiven(is)) return [];
  return [breaking('VALUE_BECAME_REQUIRED', coordinate, `'${coordinate}' must now be given`)];
}

/** Arguments and input fields are required by the same rule. */
const mustBeGiven = ({ type, defaultValue }: Input) => isNonNullType(type) && defaultValue === undefined;

const breaking = (code: string, coordinate: string, message: string): Change => ({
  kind: 'breaking',
  code,
  coordinate,
  message,
});
