import { badUserInput } from '../../../shared/errors/cordonError';
import type { ListIdentifier } from '../list/listEntry';
import { countryCode } from '../vocabulary/countryCode';
import { foldedWords } from '../vocabulary/foldName';
import { plainIdentifier } from '../vocabulary/plainIdentifier';

export interface IdentifierQuery {
  readonly value: string;
  readonly kind: string | null;
  readonly country: string | null;
}

export interface ReadIdentifierQuery {
  /** The form that is compared. */
  readonly plain: string;
  /** Tells if an identifier of that value is of the kind and the country that are asked for. */
  accepts(identifier: ListIdentifier): boolean;
}

const maxLength = 200;

/** Reads the query of a look-up by identifier. Throws BAD_USER_INPUT where it asks for nothing that can be found. */
export function readIdentifierQuery({ value, kind, country }: IdentifierQuery): ReadIdentifierQuery {
  if (value.length > maxLength) throw badUserInput(`value: ${value.length} characters: ${maxLength} at most`);
  const plain = plainIdentifier(value);
  if (plain === '') throw badUserInput('value: it has no letter and no digit');
  const words = foldedWords(kind ?? '');
  if (kind !== null && words.length === 0) throw badUserInput('kind: it has no letter and no digit');
  const code = country === null ? null : countryCode(country);
  if (code === undefined)
    throw badUserInput(
      `country: ${JSON.stringify(country)} is no country that is known: give its English name or ISO 3166-1 alpha-2 code`,
    );
  return {
    plain,
    accepts: (identifier) => isOfKind(identifier, words) && mayBeOf(identifier, code),
  };
}

/** A vessel's number is of the kind `Vessel Registration Identification`: that it is an IMO number stands in the text. */
function isOfKind({ kind, text }: ListIdentifier, words: readonly string[]): boolean {
  const published = foldedWords(`${kind} ${text}`);
  return words.every((word) => published.some((one) => one.startsWith(word)));
}

/** An identifier of which the list gives no country, or one that is not known, may be of any. */
function mayBeOf({ country }: ListIdentifier, code: string | null): boolean {
  if (code === null || country === null) return true;
  return (countryCode(country) ?? code) === code;
}
