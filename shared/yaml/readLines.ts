import { createReadStream } from 'node:fs';
import { YamlFileError } from './yamlFileError';

/** Real lines of YAML stay below 10,000 characters; a file that is no text may be one endless line. */
const defaultMaxLineLength = 1024 * 1024;

export interface ReadLinesOptions {
  /** In characters. */
  readonly maxLineLength?: number;
}

/** Streams the lines of a UTF-8 text file, without their ends. Throws YamlFileError for a file that is no such file. */
export async function* readLines(
  file: string,
  { maxLineLength = defaultMaxLineLength }: ReadLinesOptions = {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 0;
  const take = function* (text: string): Generator<string> {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) {
      line++;
      yield one.endsWith('\r') ? one.slice(0, -1) : one;
    }
    if (rest.length > maxLineLength)
      throw new YamlFileError(`${file}:${line + 1}: the line is longer than ${maxLineLength} characters`);
  };
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>)
      yield* take(decoder.decode(chunk, { stream: true }));
    yield* take(decoder.decode());
    if (rest !== '') yield rest;
  } catch (error) {
    throw fileError(file, line, error);
  }
}

function fileError(file: string, line: number, error: unknown): Error {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new YamlFileError(`${file}: there is no such file`);
  if (code === 'EISDIR') return new YamlFileError(`${file}: it is a folder`);
  if (code === 'EACCES') return new YamlFileError(`${file}: it may not be read`);
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new YamlFileError(`${file}: it is not UTF-8, after line ${line}`);
  return error instanceof Error ? error : new Error(String(error));
}
