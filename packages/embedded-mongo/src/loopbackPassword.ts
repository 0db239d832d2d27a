import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './storeError';

const passwordFile = 'password';
const generatedPassword = /^[0-9a-f]{48}$/;

/**
 * Returns the generated password of a folder, the same at each start: deployables that were given its URL go on after
 * a restart. Delete the file to get a new one.
 * @throws StoreError `STORE_FOLDER_UNUSABLE`
 */
export function loopbackPassword(folder: string): string {
  const file = join(folder, passwordFile);
  const kept = readKept(file);
  if (kept === undefined) {
    writeWhole(file, `${randomBytes(24).toString('hex')}\n`);
    return loopbackPassword(folder);
  }
  if (generatedPassword.test(kept)) return kept;
  throw new StoreError(
    'STORE_FOLDER_UNUSABLE',
    `The password file ${file} does not hold a generated password: delete it, or give a password of your own.`,
  );
}

function readKept(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StoreError('STORE_FOLDER_UNUSABLE', `The password file ${file} cannot be read.`, {
      cause: error,
    });
  }
}

/** Only its owner can read it, and nobody reads half of it. */
function writeWhole(file: string, content: string): void {
  const fresh = `${file}.${randomUUID()}.new`;
  try {
    writeFileSync(fresh, content, { mode: 0o600 });
    linkSync(fresh, file);
    unlinkSync(fresh);
  } catch (error) {
    throw new StoreError('STORE_FOLDER_UNUSABLE', `The password file ${file} cannot be written.`, {
      cause: error,
    });
  }
}
