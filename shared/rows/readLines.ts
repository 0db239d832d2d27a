import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { ImportFileError, importFileError } from './importFileError';

/** A line of a file, without its end; or what is wrong with it. Lines count from 1. */
export type Line =
  { readonly line: number; readonly text: string } | { readonly line: number; readonly problem: string };

export interface ReadLinesOptions {
  /** A longer line is a problem, and ends the reading where it is the first: it is no such file. In characters. */
  readonly maxLineLength: number;
  /** Called now and then with the number of bytes read. */
  readonly onBytes?: (bytes: number) => void;
  /**
   * Called with all of the file as it is read: its digest is of the imported bytes, whatever happens to the
   * file.
   */
  readonly onChunk?: (chunk: Buffer) => void;
}

/** The part of a file that is held at once, in bytes, whatever its size. */
const chunkSize = 256 * 1024;

/** Streams the lines of a UTF-8 file that are not blank. Throws ImportFileError. */
export async function* readLines(
  file: string,
  { maxLineLength, onBytes, onChunk }: ReadLinesOptions,
): AsyncGenerator<Line> {
  const stream = createReadStream(file, { highWaterMark: chunkSize });
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let line = 0;
  // The rest of a line that is too long is not held.
  let isSkipping = false;
  const problem = `it is longer than ${maxLineLength} characters`;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      onBytes?.(stream.bytesRead);
      onChunk?.(chunk);
      const texts = (rest + decoder.write(chunk)).split('\n');
      rest = texts.pop() ?? '';
      for (const text of texts) {
        line++;
        const isTooLong = isSkipping || text.length > maxLineLength;
        isSkipping = false;
        if (isTooLong && line === 1) throw tooLong(file, maxLineLength);
        if (isTooLong) yield { line, problem };
        else if (text.trim() !== '') yield lineOf(text, line);
      }
      if (isSkipping || rest.length > maxLineLength) {
        if (line === 0) throw tooLong(file, maxLineLength);
        isSkipping = true;
        rest = '';
      }
    }
  } catch (error) {
    throw importFileError(file, error);
  } finally {
    stream.destroy();
  }
  if (!isSkipping) rest += decoder.end();
  if (isSkipping) yield { line: line + 1, problem };
  else if (rest.trim() !== '') yield lineOf(rest, line + 1);
}

/** A name of another encoding would be read garbled, and not found on a list. */
const lineOf = (text: string, line: number): Line =>
  text.includes('\uFFFD')
    ? { line, problem: 'it is not UTF-8, or has the sign of a lost character (U+FFFD)' }
    : { line, text: withoutMark(text, line) };

const tooLong = (file: string, maxLineLength: number) =>
  new ImportFileError(
    `${file}:1: the line is longer than ${maxLineLength} characters: it is no file of this kind`,
  );

/** Spreadsheets put a byte order mark before the first line, and Windows a carriage return behind each. */
const withoutMark = (text: string, line: number) =>
  (line === 1 ? text.replace(/^\uFEFF/, '') : text).replace(/\r$/, '');
