import { type DocumentNode, type GraphQLSchema, isObjectType } from 'graphql';
import { invalidSupergraph } from './invalidSupergraph';
import { readElements } from './elements';
import { tagsOf } from './tags';

/** The tag of a type whose records are logged when they are read. */
const restrictedTag = 'restricted';

/**
 * Returns the names of the types that are tagged `restricted` and that the schema serves. Throws
 * SUPERGRAPH_INVALID for one that is no object type, or has no `id`: its records could not be named in the
 * log. Throws it for the tag on anything else too.
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

/** Returns the names of the types that are tagged `restricted`, served or not. Throws SUPERGRAPH_INVALID for the tag elsewhere. */
export function taggedRestricted(document: DocumentNode): readonly string[] {
  const tagged = [...readElements(document).values()].filter((element) =>
    tagsOf(element).includes(restrictedTag),
  );
  const misplaced = tagged.find(({ kind }) => kind !== 'type');
  if (misplaced)
    throw invalidSupergraph(
      `${misplaced.coordinate} is tagged ${restrictedTag}, which belongs on a type: whole records are logged`,
    );
  return tagged.map(({ coordinate }) => coordinate);
}
