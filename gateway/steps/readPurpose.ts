import type { IncomingHttpHeaders } from 'node:http';
import type { Identity } from '../../shared/identity/identity';
import { requestError } from '../request/requestError';
import type { ParsedOperation } from './parseRequest';

/** Says why restricted records are read, such as the number of a warrant. It is kept in the read log. */
const purposeHeader = 'x-cordon-purpose';

/** Characters. */
const maxLength = 500;

/**
 * Reads why the caller asks, from the header `x-cordon-purpose`. Throws PURPOSE_REQUIRED where one of the caller's roles
 * must say so before it reads restricted records, and BAD_REQUEST for a text that is too long.
 */
export function readPurpose(
  headers: IncomingHttpHeaders,
  { stored }: ParsedOperation,
  { roles }: Identity,
  purposeRoles: readonly string[],
): string | undefined {
  const given = headers[purposeHeader];
  // Node reads headers as Latin-1; a client that sends another script sends UTF-8.
  const purpose = typeof given === 'string' ? Buffer.from(given, 'latin1').toString('utf8').trim() : '';
  if (purpose.length > maxLength)
    throw requestError('BAD_REQUEST', `The header ${purposeHeader} has more than ${maxLength} characters.`);
  if (purpose !== '') return purpose;
  if (stored.isRestricted && roles.some((role) => purposeRoles.includes(role)))
    throw requestError(
      'PURPOSE_REQUIRED',
      `The operation reads restricted records: say why in the header ${purposeHeader}.`,
    );
  return undefined;
}
