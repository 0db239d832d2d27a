import { type ConstDirectiveNode, type DocumentNode, visit } from 'graphql';
import type { Permissions } from '../identity/permissions';
import { parseDirective } from './parseDirective';

/** By tag: the coordinates (`Type`, `Type.field`, `Input.field`) of a subgraph's schema that carry it. */
export type Tags = Readonly<Record<string, readonly string[]>>;

/** The tag of what only the operator's own people use: a partner's contract excludes it. */
export const internalTag = 'internal';

/**
 * The tag of the types whose records are logged when they are read, and of their fields that show other records in a text:
 * `<field>Records` names these.
 */
export const restrictedTag = 'restricted';

/**
 * Adds `@tag` to the elements that `tags` names, and `internal` to each mutation that no partner may call.
 * @throws Error for a coordinate that the schema does not have
 */
export function addTags(document: DocumentNode, tags: Tags, permissions: Permissions): DocumentNode {
  const byCoordinate = new Map<string, string[]>();
  const add = (coordinate: string, tag: string) =>
    byCoordinate.set(coordinate, [...(byCoordinate.get(coordinate) ?? []), tag]);
  for (const [tag, coordinates] of Object.entries(tags))
    for (const coordinate of coordinates) add(coordinate, tag);
  for (const [mutation, { partner }] of Object.entries(permissions))
    if (partner === undefined) add(`Mutation.${mutation}`, internalTag);
  const tagged = tagElements(document, byCoordinate);
  if (byCoordinate.size > 0)
    throw new Error(`tags name no element of this schema: ${[...byCoordinate.keys()].join(', ')}`);
  return tagged;
}

/** Tags what is found, and removes it from the map. */
function tagElements(document: DocumentNode, byCoordinate: Map<string, string[]>): DocumentNode {
  const take = <Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(
    node: Node,
    coordinate: string,
  ): Node => {
    const tags = byCoordinate.get(coordinate);
    if (!tags) return node;
    byCoordinate.delete(coordinate);
    return { ...node, directives: [...(node.directives ?? []), ...tags.map(tagDirective)] };
  };
  return visit(document, {
    ObjectTypeDefinition: (type) => ({
      ...take(type, type.name.value),
      fields: type.fields?.map((field) => take(field, `${type.name.value}.${field.name.value}`)) ?? [],
    }),
    InputObjectTypeDefinition: (type) => ({
      ...take(type, type.name.value),
      fields: type.fields?.map((field) => take(field, `${type.name.value}.${field.name.value}`)) ?? [],
    }),
    EnumTypeDefinition: (type) => take(type, type.name.value),
  });
}

const tagDirective = (name: string) => parseDirective(`@tag(name: ${JSON.stringify(name)})`);
