import { type DocumentNode, type GraphQLSchema, isObjectType } from 'graphql';
import { invalidSupergraph } from './invalidSupergraph';
import { readElements } from './elements';
import { tagsOf } from './tags';

/** The tag of a type whose records are logged when they are read. */
const restrictedTag = 'restricted';

/**
 * Returns the names of the types that are tagged `restricted` and that the schema serves. Throws SUPERGRAPH_INVALID for one
 * that is no object type, or has no `id`: its records could not be named in the log.
 */
export function readRestrictedTypes(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const names = taggedRestricted(document).filter((name) => schema.getType(name) !== undefined);
  for (const name of names) {
    const type = schema.getType(name);
    if (!isObjectType(type) || !type.getFields()['id'])
      throw invalidSupergraph(`${name} is tagged ${restrictedTag}, and is no object type with a field id`);
  }
  return new Set(names);
}

/** Returns the names of the types that are tagged `restricted`, served or not. */
export function taggedRestricted(document: DocumentNode): readonly string[] {
  return [...readElements(document).values()]
    .filter((element) => element.kind === 'type' && tagsOf(element).includes(restrictedTag))
    .map(({ coordinate }) => coordinate);
}
