import { createHash } from 'node:crypto';

/** The SHA-256 of a file, of its bytes as they are read. */
export interface FileDigest {
  readonly onChunk: (chunk: Buffer) => void;
  /** In hexadecimal; to be asked once, when the file is read to its end. */
  hex(): string;
}

export function fileDigest(): FileDigest {
  const hash = createHash('sha256');
  return { onChunk: (chunk) => void hash.update(chunk), hex: () => hash.digest('hex') };
}
