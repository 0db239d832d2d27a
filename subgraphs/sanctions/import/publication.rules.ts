import { daysBetween } from '../list/day';
import type { ListReading } from '../list/listReading';
import { ImportError } from '../importLease/importError';
import { unchanged } from './readText';

/** The publication day of a list, and the name of its version. Days are YYYY-MM-DD. */
export interface Publication {
  readonly version: string;
  /** Null where nothing says it. */
  readonly publishedOn: string | null;
  /** The version is named by the day of the import, since nothing says when the list was published. */
  readonly dateAssumed: boolean;
}

interface PublicationOptions {
  /** The version given by the operator. */
  readonly version?: string | undefined;
  readonly today: string;
  readonly allowDateDifference?: boolean | undefined;
}

/** Files of one publication may be written on both sides of midnight. */
const maxDaysApart = 1;

/**
 * Decides the day of publication: the operator's, else the files', else the day of the import, which is
 * marked as assumed. Throws ImportError for a day in the future, and for files whose own dates are more than
 * a day from the operator's.
 */
export function publicationOf(
  reading: ListReading,
  { version, today, allowDateDifference = false }: PublicationOptions,
): Publication {
  const { list, file, publishedOn } = reading;
  const stated = reading.statedDates ?? (publishedOn === null ? [] : [{ file, day: publishedOn }]);
  const day = version ?? publishedOn;
  for (const one of stated) rejectFuture(`${one.file} (${list}) is dated ${one.day}`, one.day, today);
  if (day === null) return { version: today, publishedOn: null, dateAssumed: true };
  if (version !== undefined) rejectFuture(`version ${version}`, version, today);
  for (const one of allowDateDifference ? [] : stated) {
    const apart = Math.abs(daysBetween(one.day, day));
    if (apart > maxDaysApart)
      throw new ImportError(
        `${one.file} (${list}) is dated ${one.day}, ${apart} days from the version ${day}: ${unchanged}. ` +
          'Give files of one publication, or import with --allow-date-difference',
      );
  }
  return { version: day, publishedOn: day, dateAssumed: false };
}

function rejectFuture(what: string, day: string, today: string): void {
  if (day > today)
    throw new ImportError(`${what}: this day is in the future (today is ${today}, UTC): ${unchanged}`);
}
