import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { BodyError, type BodyLimits } from './receiveBody';

const decompressors = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
};

export type BodyEncoding = keyof typeof decompressors | 'identity';

/** Returns the encoding that a `content-encoding` header names. Throws BodyError (415) for one that is not read. */
export function encodingOf(header = 'identity'): BodyEncoding {
  const encoding = header.trim().toLowerCase();
  if (encoding === 'identity' || Object.hasOwn(decompressors, encoding)) return encoding as BodyEncoding;
  throw new BodyError(415, 'The body may be compressed with br or gzip, once: content-encoding.', {
    'accept-encoding': 'br, gzip',
  });
}

/**
 * Decompresses a body. Rejects with BodyError 413 where it would exceed the limit; no more than the limit is
 * written to memory. Rejects with BodyError 400 where the body does not match its encoding.
 */
export async function decompressBody(
  body: Buffer,
  encoding: BodyEncoding,
  { maxBytes }: Pick<BodyLimits, 'maxBytes'>,
): Promise<Buffer> {
  if (encoding === 'identity') return body;
  try {
    return await decompressors[encoding](body, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new BodyError(413, `The body is over ${maxBytes} bytes when it is decompressed.`);
    throw new BodyError(400, `The body is not ${encoding}, or not all of it.`);
  }
}
