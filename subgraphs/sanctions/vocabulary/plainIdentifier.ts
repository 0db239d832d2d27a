/** Returns an identifier in the form that is compared: only capitals and digits, without its kind (`IMO 7406784`). */
export const plainIdentifier = (value: string): string =>
  value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(?:IMO|MMSI)(?:NO|NUMBER)?(?=\d)/, '');
