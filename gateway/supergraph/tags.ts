import type { DocumentNode } from 'graphql';
import { textArgument } from './coreLinks';
import { readElements, type SchemaElement } from './elements';

/** Returns every tag that an element of a supergraph carries. */
export function readTags(document: DocumentNode): ReadonlySet<string> {
  return new Set([...readElements(document).values()].flatMap(tagsOf));
}

/** The tags that one element carries. */
export function tagsOf({ directives }: SchemaElement): readonly string[] {
  return directives.flatMap(({ name, node }) => (name === 'tag' ? [textArgument(node, 'name') ?? ''] : []));
}
