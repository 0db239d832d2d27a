import { createHash } from 'node:crypto';
import type { UploadFile } from './upload.record';

export interface DecidedContent {
  readonly terms: string;
  readonly files: readonly Pick<UploadFile, 'name' | 'sha256'>[];
  readonly report: string;
}

/** The SHA-256, in hexadecimal, of all that a second person approves: what was uploaded, read as what, and found. */
export function uploadDigest({ terms, files, report }: DecidedContent): string {
  const named = files.map(({ name, sha256 }) => [name, sha256]);
  return createHash('sha256')
    .update(JSON.stringify(['cordon-upload', terms, named, report]))
    .digest('hex');
}
