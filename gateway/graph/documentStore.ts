import { type DocumentNode, type FieldNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';

/** What a caller is left with of an operation. */
export interface AuthorizedOperation {
  /** What may be planned and fetched, or undefined where nothing of it is left. */
  readonly allowed: { readonly document: DocumentNode; readonly hash: string } | undefined;
  /** The fields that were removed. */
  readonly forbidden: ReadonlySet<FieldNode>;
  /** The first of them at the root that cannot be null, as `Type.field`: nothing is answered then. */
  readonly refused: string | undefined;
}

/** A document that was parsed and checked. */
export interface StoredDocument {
  /** Its own in this process: the same text that is parsed again has another one, since `forbidden` names nodes. */
  readonly id: number;
  readonly document: DocumentNode;
  /** The variables that decide what of it is executed. */
  readonly decidedBy: readonly string[];
  /** What it takes in memory, estimated. */
  readonly bytes: number;
}

/** What documents, and what callers are left with of them, may take in memory, each. */
export const maxCacheBytes = 64 * 1024 * 1024;

/**
 * What a node of a document takes at most, with its location and tokens: measured with fields that have aliases, arguments
 * and directives (324 bytes on Node 20).
 */
const bytesPerNode = 350;

/** What an entry takes beside its document. */
const bytesPerEntry = 1_024;

let documentsParsed = 0;

/** The documents that were asked lately, and what callers of different scopes were left with of them; bounded by size. */
export class DocumentStore {
  readonly #documents = new LRUCache<string, StoredDocument>({
    maxSize: maxCacheBytes,
    sizeCalculation: ({ bytes }) => bytes,
  });
  /** Each holds on to the nodes of its document, also where that has made room for others. */
  readonly #authorized = new LRUCache<string, AuthorizedOperation>({ maxSize: maxCacheBytes });

  get(source: string): StoredDocument | undefined {
    return this.#documents.get(source);
  }

  add(source: string, document: DocumentNode, decidedBy: readonly string[]): StoredDocument {
    const bytes = bytesPerEntry + 4 * source.length + bytesOf(document);
    const stored = { id: ++documentsParsed, document, decidedBy, bytes };
    this.#documents.set(source, stored);
    return stored;
  }

  /** What was left of a document for callers of this kind: `key` says all that decides it. */
  authorized({ id }: StoredDocument, key: string): AuthorizedOperation | undefined {
    return this.#authorized.get(`${id} ${key}`);
  }

  addAuthorized({ id, bytes }: StoredDocument, key: string, authorized: AuthorizedOperation): void {
    const left = authorized.allowed ? bytesOf(authorized.allowed.document) : 0;
    this.#authorized.set(`${id} ${key}`, authorized, { size: bytes + left + 2 * key.length });
  }

  /** What is kept takes this much in memory, estimated. */
  get bytes(): number {
    return this.#documents.calculatedSize + this.#authorized.calculatedSize;
  }
}

function bytesOf(document: DocumentNode): number {
  let nodes = 0;
  visit(document, {
    enter: () => {
      nodes++;
    },
  });
  return nodes * bytesPerNode;
}
