import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { PreparedOperation } from '../execution/planExecutor';
import { bytesOf } from '../execution/documentBytes';

/** What a caller is left with of an operation: it is executed, or refused as a whole. */
export type AuthorizedOperation =
  | { readonly refused: undefined; readonly prepared: PreparedOperation }
  | {
      /** The first root field that the caller may not see and that cannot be null, as `Type.field`. */
      readonly refused: string;
    };

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
    const left = authorized.refused === undefined ? authorized.prepared.bytes : 0;
    this.#authorized.set(`${id} ${key}`, authorized, { size: bytes + left + 2 * key.length });
  }

  /** What is kept takes this much in memory, estimated. */
  get bytes(): number {
    return this.#documents.calculatedSize + this.#authorized.calculatedSize;
  }
}
