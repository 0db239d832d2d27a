import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { uploadTexts } from '../../texts/uploads';

/** A file as one end of an upload knows it. */
export interface KnownFile {
  readonly name: string;
  readonly bytes: number;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
}

/** Reads a file that is about to be sent, piece by piece: one may be a gigabyte. */
export async function knownFile(file: File): Promise<KnownFile> {
  const hash = sha256.create();
  let bytes = 0;
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    hash.update(read.value);
    bytes += read.value.length;
  }
  return { name: file.name, bytes, sha256: bytesToHex(hash.digest()) };
}

/** Returns what differs between the files that were sent and those that the gateway took, in words; empty where nothing does. */
export function differences(sent: readonly KnownFile[], taken: readonly KnownFile[]): readonly string[] {
  const { differs } = uploadTexts;
  const left = [...taken];
  const lost = sent.flatMap((file) => {
    const at = left.findIndex(({ name }) => name === file.name);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) return [differs.missing(file.name)];
    if (found.bytes !== file.bytes) return [differs.bytes(file.name, file.bytes, found.bytes)];
    return found.sha256 === file.sha256 ? [] : [differs.content(file.name)];
  });
  return [...lost, ...left.map(({ name }) => differs.unknown(name))];
}
