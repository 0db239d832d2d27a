import { ObjectId, Timestamp } from 'bson';
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import type { Compile, Evaluate } from './evaluate';
import { compileNamed, isNil, longOf, type NamedOperator, type Value, wrong } from './operator';
import { type Timezone, timezoneOf } from './timezone';

const dayMs = 86_400_000;

/** The milliseconds of what counts as a date. @throws MongoError `TypeMismatch` */
export function dateOf(name: string, value: Value): number {
  if (value instanceof Date) return value.getTime();
  if (value instanceof ObjectId) return value.getTimestamp().getTime();
  if (value instanceof Timestamp) return value.t * 1000;
  throw wrong(name, value);
}

/** The Monday of the week in which a local time lies, as its day; ISO 8601 counts weeks by their Thursday. */
export function isoWeekOf(local: number): { year: number; week: number; day: number } {
  const date = new Date(local);
  const day = date.getUTCDay() || 7;
  const thursday = new Date(local + (4 - day) * dayMs);
  const year = thursday.getUTCFullYear();
  const week = Math.floor(dayOfYear(thursday) / 7 - 1 / 7) + 1;
  return { year, week, day };
}

export function dayOfYear(date: Date): number {
  const first = new Date(0);
  first.setUTCFullYear(date.getUTCFullYear(), 0, 1);
  return Math.floor((date.getTime() - first.getTime()) / dayMs) + 1;
}

/** Weeks begin on Sunday; days before the first are in week 0. */
export function weekOf(date: Date): number {
  return Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7);
}

const parts: Record<string, (local: Date) => BsonValue> = {
  $year: (date) => date.getUTCFullYear(),
  $month: (date) => date.getUTCMonth() + 1,
  $dayOfMonth: (date) => date.getUTCDate(),
  $dayOfYear: dayOfYear,
  $dayOfWeek: (date) => date.getUTCDay() + 1,
  $hour: (date) => date.getUTCHours(),
  $minute: (date) => date.getUTCMinutes(),
  $second: (date) => date.getUTCSeconds(),
  $millisecond: (date) => date.getUTCMilliseconds(),
  $week: weekOf,
  $isoWeek: (date) => isoWeekOf(date.getTime()).week,
  $isoWeekYear: (date) => longOf(isoWeekOf(date.getTime()).year),
  $isoDayOfWeek: (date) => isoWeekOf(date.getTime()).day,
};

export const datePartNames: readonly string[] = Object.keys(parts);

/** The operators that take a date, or a document of a date and a timezone. */
export function datePartOperator(name: string, operand: BsonValue, compile: Compile): Evaluate | undefined {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!part) return undefined;
  const named: NamedOperator = {
    required: ['date'],
    optional: ['timezone'],
    apply: ({ date, timezone }, given) => {
      const zone = timezoneOf(name, timezone, given.has('timezone'));
      return isNil(date) || !zone ? null : part(new Date(zone.toLocal(dateOf(name, date))));
    },
  };
  if (isDocument(operand) && (operand.has('date') || operand.has('timezone')))
    return compileNamed(name, named, operand, compile);
  const date = Array.isArray(operand) && operand.length === 1 ? operand[0]! : operand;
  return compileNamed(name, named, new Map([['date', date]]), compile);
}

/** `$dateToParts`. */
export const dateToParts: NamedOperator = {
  required: ['date'],
  optional: ['timezone', 'iso8601'],
  apply: ({ date, timezone, iso8601 }, given) => {
    const zone = timezoneOf('$dateToParts', timezone, given.has('timezone'));
    if (isNil(date) || !zone) return null;
    return partsOf(dateOf('$dateToParts', date), zone, iso8601 === true);
  },
};

function partsOf(ms: number, zone: Timezone, iso: boolean): BsonDocument {
  const local = new Date(zone.toLocal(ms));
  const { year, week, day } = isoWeekOf(local.getTime());
  const days: [string, BsonValue][] = iso
    ? [
        ['isoWeekYear', year],
        ['isoWeek', week],
        ['isoDayOfWeek', day],
      ]
    : [
        ['year', local.getUTCFullYear()],
        ['month', local.getUTCMonth() + 1],
        ['day', local.getUTCDate()],
      ];
  return new Map<string, BsonValue>([
    ...days,
    ['hour', local.getUTCHours()],
    ['minute', local.getUTCMinutes()],
    ['second', local.getUTCSeconds()],
    ['millisecond', local.getUTCMilliseconds()],
  ]);
}
