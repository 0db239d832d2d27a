import { LRUCache } from 'lru-cache';

/** Characters of the texts under which parts are kept. A part takes some times as much as its text. */
const maxCharacters = 4 * 1024 * 1024;

/**
 * Interns the parts of compiled operations: equal parts are one object. Operations of many texts ask for much the same. Shared
 * parts take less memory, and stay in the processor's caches.
 */
export class KnownParts {
  readonly #parts = new LRUCache<string, object>({
    maxSize: maxCharacters,
    sizeCalculation: (_part, text) => text.length,
  });

  /** Returns the part of a kind with this text, which determines it. Makes it where it is not kept. */
  once<T extends object>(kind: string, text: string, make: () => T): T {
    const key = `${kind} ${text}`;
    const known = this.#parts.get(key) as T | undefined;
    if (known) return known;
    const made = make();
    this.#parts.set(key, made);
    return made;
  }
}
