import { BSONRegExp } from 'bson';
import { MongoError } from './mongoError';

/** Makes the value of a regular expression. Its options are checked when it is compiled or stored. */
export function makeRegex(pattern: string, options: string): BSONRegExp {
  const regex = new BSONRegExp(pattern);
  regex.options = Array.from(options).sort().join('');
  return regex;
}

/** As `makeRegex`, of a document that is stored. @throws MongoError `InvalidBSON` */
export function makeStorableRegex(pattern: string, options: string): BSONRegExp {
  checkRegexOptions(options);
  return new BSONRegExp(pattern, options);
}

/** @throws MongoError `InvalidBSON` where drivers could not read the options back */
export function checkRegexOptions(options: string): void {
  if (/^[ilmsux]*$/.test(options)) return;
  throw new MongoError(
    'InvalidBSON',
    `A regular expression has the unknown options '${options}': use only i, l, m, s, u and x.`,
  );
}
