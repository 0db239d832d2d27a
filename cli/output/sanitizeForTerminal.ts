/** What a file says may hold what moves a terminal's cursor. */
export const sanitizeForTerminal = (text: string) => text.replace(/\p{Cc}/gu, '?').slice(0, 500);
