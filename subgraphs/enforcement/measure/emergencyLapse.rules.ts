/** The time after which one person's emergency freeze ends, in milliseconds, unless a checker confirms it. */
const checkWithin = 24 * 3_600_000;

/** Returns the time at which an emergency freeze ends if nobody confirms it. */
export const lapsesAt = (at: Date) => new Date(at.getTime() + checkWithin);
