import { renameSync, writeFileSync } from 'node:fs';

/** Puts a whole file in the place of another: whoever follows it never reads half of it. */
export function replaceFile(file: string, content: string): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
