/** What one person froze in an emergency ends after this long, in milliseconds, unless a checker confirms it. */
const checkWithin = 24 * 3_600_000;

/** When an emergency freeze ends if nobody confirms it. */
export const lapsesAt = (at: Date) => new Date(at.getTime() + checkWithin);
