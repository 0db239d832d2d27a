import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Beyond U+FFFF a character is two units of a JavaScript string, and an index counts otherwise. */
const astral = /[\u{10000}-\u{10FFFF}]/u;

export const lengthInCharacters = (text: string) =>
  astral.test(text) ? Array.from(text).length : text.length;

/** The text of a source, which counts in characters (Unicode code points): neither bytes nor UTF-16 code units. */
export class SourceText {
  readonly sha256: string;
  readonly length: number;
  readonly #text: string;
  /** The characters one by one, where the text has characters of two units. */
  readonly #characters: readonly string[] | null;

  constructor(bytes: Buffer) {
    // A byte order mark is a character of the text like any other: offsets count it.
    this.#text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    this.sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#characters = astral.test(this.#text) ? Array.from(this.#text) : null;
    this.length = this.#characters?.length ?? this.#text.length;
  }

  slice(from: number, to: number): string {
    return this.#characters?.slice(from, to).join('') ?? this.#text.slice(from, to);
  }

  /** Returns the first place of some words, or null. */
  find(words: string): number | null {
    const at = this.#text.indexOf(words);
    return at < 0 ? null : lengthInCharacters(this.#text.slice(0, at));
  }
}

/** Reads a source; what keeps it from being read, as a sentence, where it cannot be. */
export function readSourceText(file: string): SourceText | { readonly problem: string } {
  const name = basename(file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return {
      problem:
        code === 'ENOENT'
          ? `${name} is not in the folder of sources`
          : `${name} cannot be read (${code ?? 'unknown'})`,
    };
  }
  try {
    return new SourceText(bytes);
  } catch {
    return { problem: `${name} is not UTF-8` };
  }
}
