/**
 * Returns an identifier in the form that is compared: only capitals and digits, without its kind (`IMO 7406784`) and without
 * `№`, which normalization would turn into the letters NO.
 */
export const plainIdentifier = (value: string): string =>
  value
    .replace(/№/g, '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(?:IMO|MMSI)(?:NO|NUMBER)?(?=\d)/, '');
