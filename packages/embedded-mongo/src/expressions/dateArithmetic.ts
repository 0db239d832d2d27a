import { dateOf } from './dateParts';
import { bad, isNil, longOf, type NamedOperator, textOf, type Value, wholeOf } from './operator';
import { type Timezone, timezoneOf } from './timezone';

const dayMs = 86_400_000;
const months = { year: 12, quarter: 3, month: 1 } as const;
const days = { week: 7, day: 1 } as const;
const milliseconds = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 } as const;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** The first of January 2000, from which the bins of `$dateTrunc` are counted: a Saturday. */
const reference = Date.UTC(2000, 0, 1);

type Unit =
  | { readonly kind: 'months'; readonly size: number; readonly name: string }
  | { readonly kind: 'days'; readonly size: number; readonly name: string }
  | { readonly kind: 'milliseconds'; readonly size: number; readonly name: string };

function unitOf(operator: string, value: Value): Unit {
  const name = textOf(operator, value);
  if (Object.hasOwn(months, name)) return { kind: 'months', size: months[name as 'year'], name };
  if (Object.hasOwn(days, name)) return { kind: 'days', size: days[name as 'day'], name };
  if (Object.hasOwn(milliseconds, name))
    return { kind: 'milliseconds', size: milliseconds[name as 'hour'], name };
  throw bad(
    `${operator} parameter 'unit' value cannot be recognized as a time unit: ${name}`,
    'FailedToParse',
  );
}

/** The number of a weekday, Sunday first, by its name or its first three letters. */
function weekdayOf(operator: string, value: Value): number {
  const name = textOf(operator, value).toLowerCase();
  const at = weekdays.findIndex((day) => day === name || day.slice(0, 3) === name);
  if (at < 0)
    throw bad(
      `${operator} parameter 'startOfWeek' value cannot be recognized as a day of a week: ${name}`,
      'FailedToParse',
    );
  return at;
}

const monthOf = (local: number): number => {
  const date = new Date(local);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** The first moment of a month that is counted from the year 0. */
function startOfMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1);
  return date.getTime();
}

const dayOf = (local: number): number => Math.floor(local / dayMs);
/** The number of the week in which a day lies, for weeks that begin on a weekday; 1970 began on a Thursday. */
const weekNumber = (day: number, startOfWeek: number): number => Math.floor((day + 4 - startOfWeek) / 7);

/** Adds months to a local time; a day that the month does not have becomes its last. */
function addMonths(local: number, count: number): number {
  const month = monthOf(local) + count;
  const length = dayOf(startOfMonth(month + 1)) - dayOf(startOfMonth(month));
  const day = Math.min(new Date(local).getUTCDate(), length);
  return startOfMonth(month) + (day - 1) * dayMs + (local - dayOf(local) * dayMs);
}

function checked(operator: string, ms: number): Date {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) throw bad(`${operator} overflowed: the result is no date`);
  return date;
}

function adding(operator: string, sign: 1 | -1): NamedOperator {
  return {
    required: ['startDate', 'unit', 'amount'],
    optional: ['timezone'],
    apply: ({ startDate, unit, amount, timezone }, given) => {
      const zone = timezoneOf(operator, timezone, given.has('timezone'));
      if (isNil(startDate) || isNil(unit) || isNil(amount) || !zone) return null;
      const { kind, size } = unitOf(operator, unit);
      const count = wholeOf(operator, amount) * size * sign;
      const ms = dateOf(operator, startDate);
      if (kind === 'milliseconds') return checked(operator, ms + count);
      const local = zone.toLocal(ms);
      const moved = kind === 'days' ? local + count * dayMs : addMonths(local, count);
      return checked(operator, zone.fromLocal(checked(operator, moved).getTime()));
    },
  };
}

function difference(from: number, to: number, unit: Unit, startOfWeek: number): number {
  if (unit.kind === 'months')
    return Math.floor(monthOf(to) / unit.size) - Math.floor(monthOf(from) / unit.size);
  if (unit.kind === 'milliseconds') return Math.floor(to / unit.size) - Math.floor(from / unit.size);
  const [first, last] = [dayOf(from), dayOf(to)];
  return unit.name === 'day' ? last - first : weekNumber(last, startOfWeek) - weekNumber(first, startOfWeek);
}

function truncate(ms: number, zone: Timezone, unit: Unit, binSize: number, startOfWeek: number): number {
  const local = zone.toLocal(ms);
  const binOf = (value: number, size: number): number => Math.floor(value / size) * size;
  if (unit.kind === 'months') {
    const first = monthOf(reference);
    return zone.fromLocal(startOfMonth(first + binOf(monthOf(local) - first, binSize * unit.size)));
  }
  if (unit.kind === 'milliseconds')
    return reference + binOf(local - reference, binSize * unit.size) - zone.offsetAt(ms);
  // Weeks are counted from the first of them that begins in 2000.
  const first = dayOf(reference) + (unit.name === 'week' ? (startOfWeek + 7 - 6) % 7 : 0);
  return zone.fromLocal((first + binOf(dayOf(local) - first, binSize * unit.size)) * dayMs);
}

export const dateArithmeticOperators: Record<string, NamedOperator> = {
  $dateAdd: adding('$dateAdd', 1),
  $dateSubtract: adding('$dateSubtract', -1),
  $dateDiff: {
    required: ['startDate', 'endDate', 'unit'],
    optional: ['timezone', 'startOfWeek'],
    apply: ({ startDate, endDate, unit, timezone, startOfWeek }, given) => {
      const zone = timezoneOf('$dateDiff', timezone, given.has('timezone'));
      if (isNil(startDate) || isNil(endDate) || isNil(unit) || !zone) return null;
      const counted = unitOf('$dateDiff', unit);
      const start = weekStart('$dateDiff', startOfWeek, counted, given);
      if (start === undefined) return null;
      const [from, to] = [startDate, endDate].map((date) => zone.toLocal(dateOf('$dateDiff', date))) as [
        number,
        number,
      ];
      return longOf(difference(from, to, counted, start));
    },
  },
  $dateTrunc: {
    required: ['date', 'unit'],
    optional: ['binSize', 'timezone', 'startOfWeek'],
    apply: ({ date, unit, binSize, timezone, startOfWeek }, given) => {
      const zone = timezoneOf('$dateTrunc', timezone, given.has('timezone'));
      if (isNil(date) || isNil(unit) || !zone || (given.has('binSize') && isNil(binSize))) return null;
      const counted = unitOf('$dateTrunc', unit);
      const start = weekStart('$dateTrunc', startOfWeek, counted, given);
      if (start === undefined) return null;
      const size = given.has('binSize') ? wholeOf('$dateTrunc', binSize) : 1;
      if (size <= 0) throw bad(`$dateTrunc requires 'binSize' to be greater than 0, but got ${size}`);
      return checked('$dateTrunc', truncate(dateOf('$dateTrunc', date), zone, counted, size, start));
    },
  },
};

/** The day with which weeks begin, Sunday where none is given; undefined where it is null. */
function weekStart(
  operator: string,
  value: Value,
  unit: Unit,
  given: ReadonlySet<string>,
): number | undefined {
  if (unit.name !== 'week' || !given.has('startOfWeek')) return 0;
  return isNil(value) ? undefined : weekdayOf(operator, value);
}
