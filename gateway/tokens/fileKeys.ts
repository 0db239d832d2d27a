import { readFileSync } from 'node:fs';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Logger } from '../../shared/logger/logger';
import { watchContent } from '../watch/watchContent';
import { type Keys, KeysUnavailable } from './keys';

/** The keys of a file, which is followed: a new key counts within a second, and one that was removed ends then. */
export function fileKeys(file: string, logger: Logger): Keys {
  const content = readIfThere(file);
  let keys = readKeys(content, logger);
  const watched = watchContent(file, content, async (changed) => {
    keys = readKeys(changed, logger);
  });
  return {
    find(header, token) {
      if (!keys) throw new KeysUnavailable(`${file} is not a JSON Web Key Set that can be read`);
      return keys(header, token);
    },
    close: () => watched.stop(),
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function readKeys(content: string | undefined, logger: Logger): JWTVerifyGetKey | undefined {
  try {
    if (content === undefined) throw new Error('the file cannot be read');
    return createLocalJWKSet(JSON.parse(content) as JSONWebKeySet);
  } catch (error) {
    logger.error({ err: error }, 'JWKS unavailable: rejecting all requests until it can be read');
    return undefined;
  }
}
