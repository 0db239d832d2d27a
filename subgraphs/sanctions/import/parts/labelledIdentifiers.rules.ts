import type { ListIdentifier } from '../../list/listEntry';

/** `INN: 7710137066`, `Tax number (Russia): 123`: words, a colon, and one word with a digit. */
const labelled = /^(\p{L}[\p{L} ./()№-]{0,60}?)\s*:\s*(\S*\d\S*?)\.?$/u;

/**
 * Returns the numbers of a field that holds several, each after its label, on lines of their own or after a
 * semicolon. A field in any other form is one number of the given kind, as it stands.
 */
export function identifiersOf(kind: string, field: string): ListIdentifier[] {
  const text = field.replace(/\s+/g, ' ').trim();
  const segments = field.split(/[\n;]/).flatMap((segment) => segment.replace(/\s+/g, ' ').trim() || []);
  const parts = segments.map((segment) => labelled.exec(segment));
  if (parts.length === 0) return [];
  if (parts.some((part) => part === null)) return [{ kind, value: text, country: null, text }];
  return parts.map((part, i) => ({
    kind: `${kind}, ${part?.[1] ?? ''}`,
    value: part?.[2] ?? '',
    country: null,
    text: segments[i] ?? text,
  }));
}

/** Returns the number of a text that is nothing but a label and a number; null for any other. */
export function labelledIdentifier(text: string): ListIdentifier | null {
  const part = labelled.exec(text.replace(/\s+/g, ' ').trim());
  return part === null ? null : { kind: part[1] ?? '', value: part[2] ?? '', country: null, text };
}
