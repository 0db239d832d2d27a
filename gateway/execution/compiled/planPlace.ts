/** Returns the name of a place of the gateway's data: its path in a plan, without the lists (`@`) on the way. */
export const placeOf = (path: readonly string[]): string => path.filter((name) => name !== '@').join('.');
