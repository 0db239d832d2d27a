import { LRUCache } from 'lru-cache';

/** The maximum memory of texts. */
const maxCacheBytes = 16 * 1024 * 1024;

/** The texts that were sent lately, by their SHA-256 in hex: automatic persisted queries. Bounded by size. */
export class LearntOperations {
  readonly #texts = new LRUCache<string, string>({
    maxSize: maxCacheBytes,
    // Two bytes a character, and the entry with its digest.
    sizeCalculation: (text) => 2 * text.length + 512,
  });

  get(digest: string): string | undefined {
    return this.#texts.get(digest);
  }

  set(digest: string, text: string): void {
    this.#texts.set(digest, text);
  }
}
