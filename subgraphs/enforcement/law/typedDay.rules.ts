const dayMs = 86_400_000;

/** Tells if an instant is midnight in UTC: it was typed for a day, as no clock stops at that millisecond. */
export const isTypedDay = (at: Date): boolean => at.getTime() % dayMs === 0;

/** Returns the first instant of a day (YYYY-MM-DD) in a time zone; without a zone midnight in UTC stands for the day. */
export function startOfDayIn(day: string, timeZone: string | null): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (timeZone === null) return new Date(midnight);
  const guess = midnight - offsetAt(midnight, timeZone);
  // Where the clocks change between the two, the offset is that of the day's own beginning.
  return new Date(midnight - offsetAt(guess, timeZone));
}

/** Returns by how much the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(at));
  const read = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(
    read['year'] ?? 0,
    (read['month'] ?? 1) - 1,
    read['day'],
    read['hour'],
    read['minute'],
    read['second'],
  );
  return wall - Math.floor(at / 1_000) * 1_000;
}
