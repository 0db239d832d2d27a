import { badUserInput } from '../errors/cordonError';

/** Decodes a part. Throws BAD_USER_INPUT for what is not base64 in its one form. */
export function receivedBytes(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > 0 && bytes.toString('base64') === base64) return bytes;
  throw badUserInput('a part is not base64, or is empty');
}
