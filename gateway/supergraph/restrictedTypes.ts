import { type DocumentNode, type GraphQLSchema, isObjectType } from 'graphql';
import { invalidSupergraph } from './invalidSupergraph';
import { readElements } from './elements';
import { tagsOf } from './tags';

/** The tag of a type whose records are logged when they are read, and of a field that shows other records in its text. */
const restrictedTag = 'restricted';

/**
 * The types whose records are logged. Each with its fields that show other records in their text, such as a proof its
 * event, and for each of them the field that names these (`proof`: `proofRecords`), as a list of `Type:id`.
 */
export type RestrictedTypes = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Returns the types that are tagged `restricted` and that the schema serves. Throws SUPERGRAPH_INVALID for one that is no
 * object type, or has no `id`: its records could not be named in the log; and for a field that is tagged so without another
 * one that names what it shows, and for the tag on anything else.
 */
export function readRestrictedTypes(document: DocumentNode, schema: GraphQLSchema): RestrictedTypes {
  const { types, fields } = taggedElements(document);
  const restricted = new Map<string, Map<string, string>>();
  for (const name of types) {
    const type = schema.getType(name);
    if (type === undefined) continue;
    if (!isObjectType(type) || !type.getFields()['id'])
      throw invalidSupergraph(`${name} is tagged ${restrictedTag}, and is no object type with a field id`);
    restricted.set(name, new Map());
  }
  for (const { parent = '', coordinate } of fields) {
    const type = schema.getType(parent);
    const field = coordinate.slice(parent.length + 1);
    if (!isObjectType(type) || !type.getFields()[field]) continue;
    const naming = `${field}Records`;
    if (String(type.getFields()[naming]?.type) !== '[String!]!')
      throw invalidSupergraph(
        `${coordinate} is tagged ${restrictedTag}, and ${parent}.${naming}: [String!]! does not name what it shows`,
      );
    restricted.get(parent)?.set(field, naming);
  }
  return restricted;
}

/** Returns the names of the types that are tagged `restricted`, served or not. Throws SUPERGRAPH_INVALID for the tag elsewhere. */
export const taggedRestricted = (document: DocumentNode): readonly string[] => taggedElements(document).types;

function taggedElements(document: DocumentNode) {
  const tagged = [...readElements(document).values()].filter((element) =>
    tagsOf(element).includes(restrictedTag),
  );
  const types = tagged.flatMap(({ kind, coordinate }) => (kind === 'type' ? [coordinate] : []));
  const fields = tagged.filter(({ kind, parent = '' }) => kind === 'field' && types.includes(parent));
  const misplaced = tagged.find((element) => element.kind !== 'type' && !fields.includes(element));
  if (misplaced)
    throw invalidSupergraph(
      `${misplaced.coordinate} is tagged ${restrictedTag}, which belongs on a type and on fields of one that is tagged: whole records are logged`,
    );
  return { types, fields };
}
