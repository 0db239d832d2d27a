/**
 * The address that opens the console signed in. The part after `#` is sent to no server, and the console
 * removes it at once.
 */
export const signInLink = (url: string, token: string): string => `${url}/#token=${token}`;
