import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Logger } from '../../shared/logger/logger';
import { watchContent } from '../watch/watchContent';

/** The public keys that tokens are verified with. */
export interface Keys {
  /** The keys in force, or undefined where they are unavailable: all requests are rejected then. */
  current(): JWTVerifyGetKey | undefined;
  close(): void;
}

/** Opens a JSON Web Key Set (RFC 7517) at a file or a URL. A file is followed: a rotated key counts within a second. */
export function openKeys(place: string, logger: Logger): Keys {
  return /^https?:\/\//.test(place) ? remoteKeys(new URL(place)) : fileKeys(place, logger);
}

/** Asked for when a key is not known, at most every half minute, and every ten minutes in any case. */
function remoteKeys(url: URL): Keys {
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
  });
  return { current: () => keys, close: () => undefined };
}

function fileKeys(file: string, logger: Logger): Keys {
  const content = readIfThere(file);
  let keys = readKeys(content, logger);
  const watched = watchContent(file, content, async (changed) => {
    keys = readKeys(changed, logger);
  });
  return { current: () => keys, close: () => watched.stop() };
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
