export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** Tells if a text is an existing day, written YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text;

/** The last instant of a day, so that the whole day counts; null for none. */
export const endOf = (day: string | undefined): string | null => (day ? `${day}T23:59:59.999Z` : null);

/** The instant at which a day begins; null for none. */
export const instantOf = (day: string): string | null => (day === '' ? null : `${day}T00:00:00Z`);
