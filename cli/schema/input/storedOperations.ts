import { basename } from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  Source,
} from 'graphql';
import { OperationFileError } from '../../../gateway/operations/operationFileError';
import { type OperationText, readOperationTexts } from '../../../gateway/operations/operationTexts';
import { fragmentsByName, usedFragments } from '../../../gateway/operations/usedFragments';
import { usageError } from '../../command/commandError';
import type { Location } from '../finding/finding';

/** An operation that a client is known to send, whole with its fragments. */
export interface StoredOperation {
  readonly client: string;
  readonly name: string;
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
  readonly location: Location;
}

/** The client of operations that are given without one. */
const unnamedClient = 'default';

/**
 * Reads `[client=]PATH`: a manifest, a `.graphql` file, or a folder of these. Fragments are found in any file of the
 * folder. Throws CommandError (usage) with the file, and the line where there is one.
 */
export function readStoredOperations(given: string): readonly StoredOperation[] {
  const [, named, path = ''] = /^(?:([^=/\\]*)=)?(.*)$/s.exec(given) ?? [];
  const client = named ?? unnamedClient;
  if (client === '' || path === '') throw usageError(`--operations ${given}: [client=]PATH is expected`);
  return readClientOperations(client, path);
}

/** The same where the client is known. */
export function readClientOperations(client: string, path: string): readonly StoredOperation[] {
  const texts = textsAt(path);
  const operations = texts.flatMap(({ file, text }) => parseText(file, text));
  const fragments = fragmentsByName(operations);
  return operations.flatMap((document) =>
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [toStored(definition, { client, document, fragments })]
        : [],
    ),
  );
}

function textsAt(path: string): readonly OperationText[] {
  try {
    return readOperationTexts(path);
  } catch (error) {
    throw error instanceof OperationFileError ? usageError(error.message) : error;
  }
}

function parseText(file: string, text: string): readonly DocumentNode[] {
  try {
    return [parse(new Source(text, file))];
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // In a manifest, lines are those of the operation's text.
    const line = file.endsWith('.json') ? '' : `:${error.locations?.[0]?.line ?? 1}`;
    throw usageError(`${file}${line}: ${error.message}`);
  }
}

function toStored(
  operation: OperationDefinitionNode,
  {
    client,
    document,
    fragments,
  }: {
    readonly client: string;
    readonly document: DocumentNode;
    readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  },
): StoredOperation {
  const file = operation.loc?.source.name ?? '';
  const start = operation.loc?.startToken;
  const isManifest = file.endsWith('.json');
  return {
    client,
    name: operation.name?.value ?? `unnamed in ${basename(file)}`,
    operation,
    document: {
      kind: Kind.DOCUMENT,
      definitions: [operation, ...usedFragments(operation, document, fragments)],
    },
    location: {
      file,
      line: isManifest ? 1 : (start?.line ?? 1),
      column: isManifest ? 1 : (start?.column ?? 1),
    },
  };
}
