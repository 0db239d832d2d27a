import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError } from './storeError';
import { writeWhole } from './writeWhole';

const passwordFile = 'password';
const generatedPassword = /^[0-9a-f]{48}$/;

/**
 * Returns the generated password of a folder that this process holds. It is the same at each start: deployables that were
 * given its URL go on after a restart. Delete the file to get a new one.
 * @throws StoreError `STORE_FOLDER_UNUSABLE`
 */
export function loopbackPassword(folder: string): string {
  const file = join(folder, passwordFile);
  const kept = readKept(file);
  if (kept === undefined) return generate(file);
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

function generate(file: string): string {
  const password = randomBytes(24).toString('hex');
  try {
    writeWhole(file, `${password}\n`);
  } catch (error) {
    throw new StoreError('STORE_FOLDER_UNUSABLE', `The password file ${file} cannot be written.`, {
      cause: error,
    });
  }
  return password;
}
