import { basename, join } from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  Source,
  visit,
} from 'graphql';
import { z } from 'zod';
import { usageError } from '../../command/commandError';
import type { Location } from '../finding/finding';
import { disk } from './fileTree';

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

/** Apollo's persisted-query manifest, version 1. */
const manifest = z.strictObject({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z.object({ id: z.string(), body: z.string(), name: z.string().optional(), type: z.string().optional() }),
  ),
});

/** Recognises a manifest by its `format`: one of another format is rejected, not skipped. */
const hasFormat = z.looseObject({ format: z.string(), operations: z.unknown() });

/** Hash to text, as GraphQL Code Generator and Relay write it. */
const hashedTexts = z.record(z.string().regex(/^(sha256:)?[0-9a-f]{32,128}$/i), z.string());

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
  if (texts.length === 0) throw usageError(`${path}: it holds no .graphql file and no manifest`);
  const operations = texts.flatMap(({ file, text }) => parseText(file, text));
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const { definitions } of operations)
    for (const one of definitions)
      if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  return operations.flatMap((document) =>
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [toStored(definition, { client, document, fragments })]
        : [],
    ),
  );
}

interface Text {
  readonly file: string;
  readonly text: string;
}

function textsAt(path: string): readonly Text[] {
  const kind = disk.kindOf(path);
  if (kind === undefined) throw usageError(`${path}: no such file or folder`);
  if (kind === 'folder') {
    const wanted = disk.list(path).filter((name) => name !== 'node_modules' && !name.startsWith('.'));
    return wanted.flatMap((name) => {
      const below = join(path, name);
      if (disk.kindOf(below) === 'folder' || /\.(graphql|gql)$/.test(name)) return textsAt(below);
      return name.endsWith('.json') && isManifest(disk.read(below)) ? textsAt(below) : [];
    });
  }
  const text = disk.read(path);
  return path.endsWith('.json') ? textsOfManifest(path, text) : [{ file: path, text }];
}

/** Whether a JSON file beside operations claims to be a manifest; any other (package.json) is none of them. */
function isManifest(text: string): boolean {
  try {
    const json: unknown = JSON.parse(text);
    return hasFormat.safeParse(json).success || hashedTexts.safeParse(json).success;
  } catch {
    return false;
  }
}

function textsOfManifest(file: string, text: string): readonly Text[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw usageError(`${file}: it is not JSON: ${(error as Error).message}`);
  }
  const apollo = manifest.safeParse(json);
  if (apollo.success) return apollo.data.operations.map(({ body }) => ({ file, text: body }));
  const hashed = hashedTexts.safeParse(json);
  if (hashed.success) return Object.values(hashed.data).map((body) => ({ file, text: body }));
  throw usageError(
    `${file}: an Apollo persisted-query manifest (format "apollo-persisted-query-manifest", version 1) or a map of hash to text is expected`,
  );
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

/** The fragments that an operation spreads, and those that they spread; its own document's before others of one name. */
function usedFragments(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  others: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly FragmentDefinitionNode[] {
  const own = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const found = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = own.get(name.value) ?? others.get(name.value);
        if (!fragment || found.has(name.value)) return;
        found.set(name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  return [...found.values()];
}
