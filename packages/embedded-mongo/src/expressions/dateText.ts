import { dateOf, dayOfYear, isoWeekOf, weekOf } from './dateParts';
import { parseIsoDate } from './isoDate';
import { bad, isNil, type NamedOperator, textOf, type Value, wholeOf } from './operator';
import { type Timezone, timezoneOf } from './timezone';

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** Writes a part of a local date; `offset` is in minutes. */
const specifiers: Record<string, (local: Date, offset: number) => string> = {
  Y: (date) => pad(date.getUTCFullYear(), 4),
  m: (date) => pad(date.getUTCMonth() + 1, 2),
  d: (date) => pad(date.getUTCDate(), 2),
  H: (date) => pad(date.getUTCHours(), 2),
  M: (date) => pad(date.getUTCMinutes(), 2),
  S: (date) => pad(date.getUTCSeconds(), 2),
  L: (date) => pad(date.getUTCMilliseconds(), 3),
  j: (date) => pad(dayOfYear(date), 3),
  w: (date) => String(date.getUTCDay() + 1),
  u: (date) => String(isoWeekOf(date.getTime()).day),
  U: (date) => pad(weekOf(date), 2),
  V: (date) => pad(isoWeekOf(date.getTime()).week, 2),
  G: (date) => pad(isoWeekOf(date.getTime()).year, 4),
  z: (_, offset) =>
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${pad(Math.abs(offset) % 60, 2)}`,
  Z: (_, offset) => String(offset),
  '%': () => '%',
};

function format(pattern: string, ms: number, zone: Timezone): string {
  const local = new Date(zone.toLocal(ms));
  const offset = Math.round((local.getTime() - ms) / 60_000);
  return pattern.replace(/%([\s\S]?)/g, (_, name: string) => {
    const write = Object.hasOwn(specifiers, name) ? specifiers[name] : undefined;
    if (write) return write(local, offset);
    throw bad(`Invalid format character '%${name}' in format string`);
  });
}

const dateToString: NamedOperator = {
  required: ['date'],
  optional: ['format', 'timezone', 'onNull'],
  apply: ({ date, format: pattern, timezone, onNull }, given) => {
    if (isNil(date)) return given.has('onNull') ? onNull : null;
    const zone = timezoneOf('$dateToString', timezone, given.has('timezone'));
    if (!zone || (given.has('format') && isNil(pattern))) return null;
    const byDefault = `%Y-%m-%dT%H:%M:%S.%L${zone.isUtc ? 'Z' : ''}`;
    return format(
      given.has('format') ? textOf('$dateToString', pattern) : byDefault,
      dateOf('$dateToString', date),
      zone,
    );
  },
};

/** The parts of a format that `$dateFromString` reads: the digits of each. */
const readable: Record<string, string> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d{2})',
  d: '(?<d>\\d{2})',
  H: '(?<H>\\d{2})',
  M: '(?<M>\\d{2})',
  S: '(?<S>\\d{2})',
  L: '(?<L>\\d{3})',
  z: '(?<z>Z|[+-]\\d{2}:?\\d{2})',
  '%': '%',
};

function parse(text: string, pattern: string): Date | undefined {
  const source = pattern.replace(/%([\s\S]?)|[^\p{L}\p{N}\s%]/gu, (literal, name?: string) => {
    if (name === undefined) return `\\${literal}`;
    const part = Object.hasOwn(readable, name) ? readable[name] : undefined;
    if (part !== undefined) return part;
    throw bad(`$dateFromString with '%${name}' in its format is not supported by the embedded store`);
  });
  const found = new RegExp(`^${source}$`).exec(text)?.groups;
  if (!found) return undefined;
  const { Y, m = '01', d = '01', H = '00', M = '00', S = '00', L = '000', z = '' } = found;
  return Y === undefined ? undefined : parseIsoDate(`${Y}-${m}-${d}T${H}:${M}:${S}.${L}${z}`);
}

const dateFromString: NamedOperator = {
  required: ['dateString'],
  optional: ['format', 'timezone', 'onError', 'onNull'],
  apply: ({ dateString, format: pattern, timezone, onError, onNull }, given) => {
    if (isNil(dateString)) return given.has('onNull') ? onNull : null;
    const zone = timezoneOf('$dateFromString', timezone, given.has('timezone'));
    if (!zone) return null;
    if (typeof dateString === 'string') {
      const date = given.has('format')
        ? parse(dateString, textOf('$dateFromString', pattern))
        : parseIsoDate(dateString);
      const namesZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(dateString) && dateString.length > 10;
      if (date) return namesZone ? date : new Date(zone.fromLocal(date.getTime()));
    }
    if (given.has('onError')) return onError;
    const shown = typeof dateString === 'string' ? dateString.slice(0, 100) : '';
    throw bad(`Error parsing date string '${shown}': use ISO 8601, or a format`, 'ConversionFailure');
  },
};

function part(name: string, value: Value, byDefault: number): number {
  const number = value === undefined ? byDefault : wholeOf('$dateFromParts', value);
  const [low, high] = name.toLowerCase().endsWith('year') ? [1, 9999] : [-32_768, 32_767];
  if (number >= low && number <= high) return number;
  throw bad(`'${name}' must evaluate to an integer in the range ${low} to ${high}, found ${number}`);
}

const timeParts = ['hour', 'minute', 'second', 'millisecond'];

/** Parts beyond their range carry over, as a thirteenth month is the first of the next year. */
const dateFromParts: NamedOperator = {
  required: [],
  optional: ['year', 'month', 'day', 'isoWeekYear', 'isoWeek', 'isoDayOfWeek', ...timeParts, 'timezone'],
  apply: (args, given) => {
    const isIso = given.has('isoWeekYear');
    const mixed = isIso ? ['year', 'month', 'day'] : ['isoWeek', 'isoDayOfWeek'];
    if (isIso === given.has('year') || mixed.some((name) => given.has(name)))
      throw bad("$dateFromParts requires either 'year' or 'isoWeekYear', and parts of that calendar");
    const zone = timezoneOf('$dateFromParts', args['timezone'], given.has('timezone'));
    if (!zone || [...given].some((name) => isNil(args[name]))) return null;
    const of = (name: string, byDefault: number): number => part(name, args[name], byDefault);
    const date = new Date(0);
    if (isIso) {
      date.setUTCFullYear(of('isoWeekYear', 0), 0, 4);
      const days = (of('isoWeek', 1) - 1) * 7 + of('isoDayOfWeek', 1) - (date.getUTCDay() || 7);
      date.setUTCDate(4 + days);
    } else date.setUTCFullYear(of('year', 0), of('month', 1) - 1, of('day', 1));
    date.setUTCHours(of('hour', 0), of('minute', 0), of('second', 0), of('millisecond', 0));
    return new Date(zone.fromLocal(date.getTime()));
  },
};

export const dateTextOperators: Record<string, NamedOperator> = {
  $dateToString: dateToString,
  $dateFromString: dateFromString,
  $dateFromParts: dateFromParts,
};
