/** Replaces control characters: text of a file may hold sequences that move a terminal's cursor. */
export const sanitizeForTerminal = (text: string) => text.replace(/\p{Cc}/gu, '?').slice(0, 500);
