import { createReadStream } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { ImportFileError, importFileError } from './importFileError';

/** A line of a file, without its end. Lines count from 1. */
export interface Line {
  readonly line: number;
  readonly text: string;
}

export interface ReadLinesOptions {
  /** A longer line ends the reading: it is no line of such a file. In characters. */
  readonly longest: number;
  /** Is told how many bytes were read, now and then. */
  readonly onBytes?: (bytes: number) => void;
  /** Is given all of the file as it is read: its digest is of what was imported, whatever becomes of the file. */
  readonly onChunk?: (chunk: Buffer) => void;
}

/** So much is held of a file at once, in bytes, whatever its size. */
const chunkSize = 256 * 1024;

/** Streams the lines of a UTF-8 file that are not blank. Throws ImportFileError. */
export async function* readLines(
  file: string,
  { longest, onBytes, onChunk }: ReadLinesOptions,
): AsyncGenerator<Line> {
  const stream = createReadStream(file, { highWaterMark: chunkSize });
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let line = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      onBytes?.(stream.bytesRead);
      onChunk?.(chunk);
      const texts = (rest + decoder.write(chunk)).split('\n');
      rest = texts.pop() ?? '';
      for (const text of texts) {
        line++;
        if (text.length > longest) throw tooLong(file, line, longest);
        if (text.trim() !== '') yield { line, text: withoutMark(text, line) };
      }
      if (rest.length > longest) throw tooLong(file, line + 1, longest);
    }
  } catch (error) {
    throw importFileError(file, error);
  } finally {
    stream.destroy();
  }
  rest += decoder.end();
  if (rest.trim() !== '') yield { line: line + 1, text: withoutMark(rest, line + 1) };
}

const tooLong = (file: string, line: number, longest: number) =>
  new ImportFileError(
    `${file}:${line}: the line is longer than ${longest} characters: it is no file of this kind`,
  );

/** Spreadsheets put a byte order mark before the first line, and Windows a carriage return behind each. */
const withoutMark = (text: string, line: number) =>
  (line === 1 ? text.replace(/^\uFEFF/, '') : text).replace(/\r$/, '');
