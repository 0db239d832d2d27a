/**
 * Search parameters are text in the address and in the pages. The router's own form is JSON, which reads `?q=1e5` as 100000
 * and a long number as a rounded one.
 */
export const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search));

/** Writes the parameters that have a text, with the `?` before them. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const text = new URLSearchParams(given.filter(([, value]) => value !== '')).toString();
  return text === '' ? '' : `?${text}`;
}
