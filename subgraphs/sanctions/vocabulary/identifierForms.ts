import { plainIdentifier } from './plainIdentifier';

/**
 * Returns the plain forms by which an identifier of a list is found: the whole value, and the number before a place in brackets,
 * as OFAC writes `4927052 (Delaware)`. A bracket with digits, or without a space before it, is part of the number.
 */
export function identifierForms(value: string): readonly string[] {
  const number = value.replace(/\s\([^()\d]*\)$/u, '');
  return [...new Set([value, number].map(plainIdentifier))];
}
