import { LRUCache } from 'lru-cache';

/** Characters of the texts under which parts are kept. A part takes some times as much as its text. */
const maxCharacters = 4 * 1024 * 1024;

/**
 * Parts of compiled operations, of which equal ones are one object. Operations of many texts ask for much the same: what they
 * share takes less memory, and stays in the processor's caches.
 */
export class KnownParts {
  readonly #parts = new LRUCache<string, object>({
    maxSize: maxCharacters,
    sizeCalculation: (_part, text) => text.length,
  });

  /** Returns the part of a kind with this text. All that it is depends on its text. */
  once<T extends object>(kind: string, text: string, make: () => T): T {
    const key = `${kind} ${text}`;
    const known = this.#parts.get(key) as T | undefined;
    if (known) return known;
    const made = make();
    this.#parts.set(key, made);
    return made;
  }
}
