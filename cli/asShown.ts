/** What a file says may hold what moves a terminal's cursor. */
// eslint-disable-next-line no-control-regex
export const asShown = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?').slice(0, 500);
