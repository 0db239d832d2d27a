import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  Source,
} from 'graphql';
import { normalizeDocument, normalizeText } from './normalizeDocument';
import { OperationFileError } from './operationFileError';
import { type OperationText, readOperationTexts } from './operationTexts';
import { fragmentsByName, usedFragments } from './usedFragments';

/** An operation that a client may ask for by its id. */
export interface StoredOperation {
  readonly name: string;
  /** Whole, with its fragments. */
  readonly text: string;
  /** Its origin, for messages. */
  readonly file: string;
}

/** The stored operations of a client. */
export interface OperationList {
  readonly operations: readonly StoredOperation[];
  /** By the id of a manifest, or the SHA-256 in hex of a text. */
  byId(id: string): StoredOperation | undefined;
  /** Finds one by its text, regardless of white space, comments and the order of definitions. */
  byText(text: string): StoredOperation | undefined;
}

/**
 * Reads the stored operations of a manifest, a `.graphql` file or a folder. Throws OperationFileError with
 * the file, and the line where known, for a text that is not GraphQL, an id of two texts, and where no
 * operation is found.
 */
export function readOperationList(path: string): OperationList {
  const parsed = readOperationTexts(path).map((given) => ({ given, document: parseText(given) }));
  const fragments = fragmentsByName(
    parsed.flatMap(({ given, document }) => (given.id === undefined ? [document] : [])),
  );
  const entries = parsed.flatMap(({ given, document }): readonly Entry[] =>
    given.id === undefined
      ? operationsOf(document).map((operation) => ofFile(given, operation, document, fragments))
      : [ofManifest(given, given.id, document)],
  );
  if (entries.length === 0) throw new OperationFileError(`${path}: it holds no operation`);
  return listOf(entries);
}

interface Entry {
  readonly operation: StoredOperation;
  readonly ids: readonly string[];
  readonly normalized: string;
}

/** An operation of a manifest: its text as it stands there. */
function ofManifest({ file, text }: OperationText, id: string, document: DocumentNode): Entry {
  const [operation] = operationsOf(document);
  if (!operation) throw new OperationFileError(`${file}: the text of ${id} holds no operation`);
  const name = operation.name?.value ?? id;
  return {
    operation: { name, text, file },
    ids: [id, sha256(text)],
    normalized: normalizeDocument(document),
  };
}

/** An operation of a `.graphql` file, with the fragments that it uses from any file. */
function ofFile(
  { file, text: whole }: OperationText,
  operation: OperationDefinitionNode,
  document: DocumentNode,
  fragments: ReturnType<typeof fragmentsByName>,
): Entry {
  const used: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [operation, ...usedFragments(operation, document, fragments)],
  };
  const text = print(used);
  const isWholeFile = used.definitions.length === document.definitions.length;
  return {
    operation: { name: operation.name?.value ?? 'unnamed', text, file },
    ids: [sha256(text), ...(isWholeFile ? [sha256(whole), sha256(whole.trim())] : [])],
    normalized: normalizeDocument(used),
  };
}

function listOf(entries: readonly Entry[]): OperationList {
  const byId = new Map<string, StoredOperation>();
  const byText = new Map<string, StoredOperation>();
  const byNormalized = new Map<string, StoredOperation>();
  for (const { operation, ids, normalized } of entries) {
    for (const id of ids) {
      const other = byId.get(id);
      if (other && normalizeText(other.text) !== normalized)
        throw new OperationFileError(`${operation.file}: the id ${id} stands for two texts`);
      byId.set(id, other ?? operation);
    }
    byText.set(operation.text, operation);
    byNormalized.set(normalized, byNormalized.get(normalized) ?? operation);
  }
  return {
    operations: [...byNormalized.values()],
    byId: (id) => byId.get(id),
    byText: (text) => byText.get(text) ?? byNormalized.get(normalizeText(text) ?? ''),
  };
}

const operationsOf = ({ definitions }: DocumentNode): readonly OperationDefinitionNode[] =>
  definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);

function parseText({ file, id, text }: OperationText): DocumentNode {
  try {
    return parse(new Source(text, file));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // In a manifest, lines are those of the operation's text.
    const line = id === undefined ? `:${error.locations?.[0]?.line ?? 1}` : '';
    throw new OperationFileError(`${file}${line}: ${error.message}`);
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
