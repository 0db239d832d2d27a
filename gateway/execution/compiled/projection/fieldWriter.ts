import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  isLeafType,
  getNamedType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { isIntrospection } from './introspection';
import type { FieldWriter, Projected, ProjectObject } from './projected';
import { valueWriter } from './valueWriter';

/** A field of the client's, on one type of object. */
export interface ProjectedField {
  /** The client's name for it. */
  readonly name: string;
  readonly parent: GraphQLCompositeType;
  /** All that ask for it: their selections are one. */
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly isFirst: boolean;
}

/** Compiles how a field is written. */
export function fieldWriter(
  projectedField: ProjectedField,
  projected: Projected,
  project: ProjectObject,
): FieldWriter {
  const { name, parent, nodes, isFirst } = projectedField;
  if (!isCommon(projectedField, projected)) return makeWriter(projectedField, projected, project);
  // Its errors name no node: it must not keep the document of the first operation that asks for it.
  const [{ kind, name: field }] = nodes;
  const alone = { ...projectedField, nodes: [{ kind, name: field }] as const };
  return projected.known.once('writer', `${parent.name}.${name} ${isFirst}`, () =>
    makeWriter(alone, projected, project),
  );
}

/** A leaf under its own name that the caller may see is written alike for all operations. */
function isCommon({ name, parent, nodes }: ProjectedField, { forbidden, names }: Projected): boolean {
  const [node] = nodes;
  const field = node.name.value;
  return (
    name === field &&
    field !== '__typename' &&
    !isIntrospection(node) &&
    names.keyOf(node) === field &&
    isLeafType(getNamedType(definitionOf(parent, field).type)) &&
    !nodes.some((asked) => forbidden.has(asked))
  );
}

function makeWriter(
  projectedField: ProjectedField,
  projected: Projected,
  project: ProjectObject,
): FieldWriter {
  const { name, nodes, isFirst } = projectedField;
  const opening = `${isFirst ? '{' : ','}${JSON.stringify(name)}:`;
  return { name, nodes, opening, write: writeOf(projectedField, projected, project) };
}

function writeOf(
  { parent, nodes }: ProjectedField,
  projected: Projected,
  project: ProjectObject,
): FieldWriter['write'] {
  const [node] = nodes;
  const field = node.name.value;
  if (field === '__typename') {
    const text = JSON.stringify(parent.name);
    return () => text;
  }
  const key = projected.names.keyOf(node);
  if (isIntrospection(node)) return (holder) => JSON.stringify(holder[key] ?? null);
  const { type } = definitionOf(parent, field);
  const nullable = !isNonNullType(type);
  const absent = nullable ? 'null' : undefined;
  const place = { coordinate: `${parent.name}.${field}`, nodes };
  const denied = deniedOf(nodes, projected);
  if (denied) {
    const missing = projected.forbidden.get(denied);
    return (_holder, errors) => {
      errors.addForbidden(place, missing);
      return absent;
    };
  }
  const writeValue = valueWriter(type, place, project);
  return (holder, errors) => {
    const value = holder[key];
    if (value !== undefined) return writeValue(value, errors);
    errors.addMissing(place, holder, key);
    return absent;
  };
}

/** A function of its own: a closure in the writer would keep the operation and its document as long as the writer. */
const deniedOf = (nodes: readonly FieldNode[], { forbidden }: Projected) =>
  nodes.find((asked) => forbidden.has(asked));

function definitionOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> {
  const field = isUnionType(parent) ? undefined : parent.getFields()[name];
  if (field) return field;
  throw new Error(`a validated document asks for ${parent.name}.${name}, which there is not`);
}
