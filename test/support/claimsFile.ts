import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const theText = 'Acme lost 5 coins in 2022. \u{1F600} Bolt denies it. Acme lost 9 coins in 2022.';

/** Where some words stand in a text, in characters. */
export const placeOf = (words: string, text = theText) => {
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`${words} is not in the text`);
  return Array.from(text.slice(0, at)).length;
};

export const claimIn = (id: string, quote: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  source: 'M',
  offset: placeOf(quote),
  quote,
  subject: 'Acme',
  predicate: 'lost',
  object: 'coins',
  value: null,
  time: null,
  note: null,
  ...more,
});

export interface ClaimsFolder {
  readonly sources: string;
  /** Writes a file of claims, and says where. */
  write(content: unknown): string;
  remove(): void;
}

/** A folder with one source, `memo.txt`, to write files of claims beside it. */
export function claimsFolder(
  texts: Readonly<Record<string, string | Buffer>> = { 'memo.txt': theText },
): ClaimsFolder {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-claims-'));
  const sources = join(folder, 'sources');
  mkdirSync(sources);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(sources, name), text);
  let written = 0;
  return {
    sources,
    write(content) {
      const file = join(folder, `claims-${written++}.json`);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const memo = { file: 'memo.txt', title: 'A memo', date: '2023-05-25T06:17' };
