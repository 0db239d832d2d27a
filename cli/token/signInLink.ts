/** The address that opens the console signed in. What follows `#` is sent to no server, and the console removes it at once. */
export const signInLink = (url: string, token: string): string => `${url}/#token=${token}`;
