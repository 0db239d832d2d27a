import { type DefinitionNode, type DocumentNode, Kind, parse, print } from 'graphql';

/** A stored operation may be large; a text from a client is parsed up to as many tokens as any request. */
const maxTokens = 5_000;

/**
 * Returns a form that is equal for texts that differ only in white space, commas, comments and the order of
 * their definitions, as Apollo Router's safelist compares them. Returns undefined for a text that is not
 * GraphQL.
 */
export function normalizeText(text: string): string | undefined {
  try {
    return normalizeDocument(parse(text, { noLocation: true, maxTokens }));
  } catch {
    return undefined;
  }
}

/** The same for a document. */
export function normalizeDocument({ definitions }: DocumentNode): string {
  const sorted = [...definitions].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  return print({ kind: Kind.DOCUMENT, definitions: sorted });
}

const sortKey = (definition: DefinitionNode) =>
  definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION
    ? `${definition.kind} ${definition.name?.value ?? ''}`
    : definition.kind;
