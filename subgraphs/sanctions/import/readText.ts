import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ImportError } from '../importLease/importError';

/**
 * Reads a text file of a list. Throws ImportError for one that is missing, empty, not UTF-8, or a web page.
 */
export function readText(file: string): string {
  const bytes = readBytes(file);
  const name = basename(file);
  if (bytes.length === 0) throw new ImportError(`${name} is empty: ${unchanged}`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError(`${name}:${lineOfBadByte(bytes)}: this is not UTF-8: ${unchanged}`);
  }
  if (text.includes('\0')) throw new ImportError(`${name} is not text (it holds zero bytes): ${unchanged}`);
  if (isWebPage(text)) throw new ImportError(`${name} is a web page, not a list: ${unchanged}`);
  return text;
}

/** Tells if a text begins as a web page, which a server may answer in place of a file. */
export const isWebPage = (text: string): boolean => /^\s*<(?:!doctype html|html|head|body)\b/i.test(text);

/** Ends the message of every rejection. */
export const unchanged = 'nothing was imported, and the version in force stays';

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ImportError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function lineOfBadByte(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const row = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (!row.equals(Buffer.from(row.toString('utf8')))) return line;
    start = end < 0 ? bytes.length : end + 1;
  }
  return line;
}
