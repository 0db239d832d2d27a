import { type DocumentNode, type FragmentDefinitionNode, Kind } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { AllowedOperation, PreparedOperation } from '../execution/planExecutor';
import type { Grant } from '../../shared/identity/grantSets';
import { bytesOf } from '../execution/documentBytes';

/** The part of an operation that a caller may have. It is executed, or the whole is rejected. */
export type AuthorizedOperation =
  | {
      readonly rejectedField: undefined;
      readonly denied: DeniedFields;
      /** Undefined where nothing is left to ask of a subgraph. */
      readonly allowed: AllowedOperation | undefined;
      readonly prepared: PreparedOperation;
    }
  | {
      /** The first field for which the operation is rejected, as `Type.field`. */
      readonly rejectedField: string;
      readonly denied: DeniedFields;
    };

/**
 * The fields of an operation that a caller may not have, as `Type.field`, with the missing grants of each, in
 * words.
 */
export type DeniedFields = ReadonlyMap<string, string>;

/** The conditions of an operation's request that decide its preparation. */
export interface AskedOperation {
  readonly operationName: string | undefined;
  /** The grants of one caller. */
  readonly grants: readonly Grant[];
  /** The variables that decide what of it is executed, coerced. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

/** A document that was parsed and checked. */
export interface StoredDocument {
  /** Its own in this process: the same text that is parsed again has another one, since `forbidden` names nodes. */
  readonly id: number;
  readonly source: string;
  /** The SHA-256 of the source, in hex. */
  readonly hash: string;
  /** As the client wrote it, with the ids of restricted records. */
  readonly document: DocumentNode;
  /** True where it asks for restricted records. */
  readonly isRestricted: boolean;
  /** True where it asks for the schema (`__schema`, `__type`). */
  readonly introspects: boolean;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables that decide what of it is executed. */
  readonly decidedBy: readonly string[];
  /** Its depth in fields. */
  readonly depth: number;
  /** Its estimated memory. */
  readonly bytes: number;
}

/** The maximum memory of documents, and of the parts authorized for callers, each. */
export const maxCacheBytes = 64 * 1024 * 1024;

/** The memory of an entry beside its document. */
const bytesPerEntry = 1_024;

let documentsParsed = 0;

/** An operation that was asked lately: its document, and how it was asked. */
export interface OperationInUse extends AskedOperation {
  readonly source: string;
}

interface AuthorizedEntry {
  readonly authorized: AuthorizedOperation;
  readonly inUse: OperationInUse;
}

/** The documents that were asked lately, and what callers of different scopes were left with of them; bounded by size. */
export class DocumentStore {
  readonly #documents = new LRUCache<string, StoredDocument>({
    maxSize: maxCacheBytes,
    sizeCalculation: ({ bytes }) => bytes,
  });
  /** Each holds on to the nodes of its document, also where that has made room for others. */
  readonly #authorized = new LRUCache<string, AuthorizedEntry>({ maxSize: maxCacheBytes });

  get(source: string): StoredDocument | undefined {
    return this.#documents.get(source);
  }

  add(
    source: string,
    document: DocumentNode,
    facts: Pick<StoredDocument, 'hash' | 'isRestricted' | 'introspects' | 'decidedBy' | 'depth'>,
  ): StoredDocument {
    const bytes = bytesPerEntry + 4 * source.length + bytesOf(document);
    const fragments = fragmentsOf(document);
    const stored = { id: ++documentsParsed, source, document, fragments, ...facts, bytes };
    this.#documents.set(source, stored);
    return stored;
  }

  /** Returns the part of a document that callers of this kind may have: `key` names all that decides it. */
  authorized({ id }: StoredDocument, key: string): AuthorizedOperation | undefined {
    return this.#authorized.get(`${id} ${key}`)?.authorized;
  }

  addAuthorized(
    { id, source, bytes }: StoredDocument,
    key: string,
    authorized: AuthorizedOperation,
    asked: AskedOperation,
  ): void {
    const left = authorized.rejectedField === undefined ? authorized.prepared.bytes : 0;
    const size = bytes + left + 2 * key.length;
    this.#authorized.set(`${id} ${key}`, { authorized, inUse: { ...asked, source } }, { size });
  }

  /** The operations that are kept, the one that was asked last first. */
  *inUse(): Generator<OperationInUse> {
    for (const { inUse } of this.#authorized.values()) yield inUse;
  }

  /** The estimated memory of all entries. */
  get bytes(): number {
    return this.#documents.calculatedSize + this.#authorized.calculatedSize;
  }
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
