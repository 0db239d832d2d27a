import type { DocumentNode, FieldNode } from 'graphql';

/** What a caller is left with of an operation. */
export interface View {
  /** What may be planned and fetched, or undefined where nothing of it is left. */
  readonly allowed: { readonly document: DocumentNode; readonly hash: string } | undefined;
  /** The fields that were removed. */
  readonly forbidden: ReadonlySet<FieldNode>;
  /** The first of them at the root that cannot be null, as `Type.field`: nothing is answered then. */
  readonly refused: string | undefined;
}

/** A document that was parsed and checked, and what callers of different scopes are left with of it. */
export interface StoredDocument {
  readonly document: DocumentNode;
  /** The variables that decide what of it is executed. */
  readonly decidedBy: readonly string[];
  /** By operation name, scopes, and the deciding variables. */
  readonly views: Map<string, View>;
}

/** Documents are asked again and again; a thousand of the largest allowed are some tens of MiB. */
const mostDocuments = 1_000;

/** The documents that were asked lately, by their text. The one that was not asked for longest makes room. */
export class DocumentStore {
  readonly #documents = new Map<string, StoredDocument>();

  get(source: string): StoredDocument | undefined {
    const stored = this.#documents.get(source);
    if (!stored) return undefined;
    this.#documents.delete(source);
    this.#documents.set(source, stored);
    return stored;
  }

  add(source: string, document: DocumentNode, decidedBy: readonly string[]): StoredDocument {
    const stored = { document, decidedBy, views: new Map<string, View>() };
    this.#documents.set(source, stored);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > mostDocuments && oldest !== undefined) this.#documents.delete(oldest);
    return stored;
  }
}
