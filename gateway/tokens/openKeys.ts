import type { Logger } from '../../shared/logger/logger';
import { fileKeys } from './fileKeys';
import { isUrl } from './issuerFile';
import type { Keys } from './keys';
import { remoteKeys } from './remoteKeys';

/** Opens a JSON Web Key Set (RFC 7517) at a file or a URL. */
export function openKeys(place: string, logger: Logger): Keys {
  return isUrl(place) ? remoteKeys(new URL(place), logger) : fileKeys(place, logger);
}
