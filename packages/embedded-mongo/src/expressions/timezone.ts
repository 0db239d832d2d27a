import { LRUCache } from 'lru-cache';
import { bad, isNil, textOf, type Value } from './operator';
import { offsetOf } from './isoDate';

/** A zone as far as dates need it. Local times are milliseconds as if they were UTC. */
export interface Timezone {
  readonly isUtc: boolean;
  offsetAt(ms: number): number;
  toLocal(ms: number): number;
  fromLocal(local: number): number;
}

const dayMs = 86_400_000;
/** A formatter of a zone is slow to make. */
const zones = new LRUCache<string, Timezone>({ max: 100 });

/** The zone of an operator's `timezone`; undefined where that is null. @throws MongoError `Location40485` */
export function timezoneOf(name: string, value: Value, given: boolean): Timezone | undefined {
  if (!given) return utc;
  if (isNil(value)) return undefined;
  const zone = textOf(name, value);
  let known = zones.get(zone);
  if (!known) zones.set(zone, (known = readZone(zone)));
  return known;
}

const utc = fixedZone(0);

function readZone(zone: string): Timezone {
  if (zone === 'Z' || zone === 'UTC' || zone === 'GMT') return utc;
  if (/^[+-]\d{2}(?::?\d{2})?$/.test(zone)) return fixedZone(offsetOf(zone));
  if (/^[A-Za-z]/.test(zone)) {
    try {
      return namedZone(zone);
    } catch {
      // Not in the zone database.
    }
  }
  throw bad(`unrecognized time zone identifier: "${zone}"`, 'Location40485');
}

function fixedZone(offset: number): Timezone {
  return {
    isUtc: offset === 0,
    offsetAt: () => offset,
    toLocal: (ms) => ms + offset,
    fromLocal: (local) => local - offset,
  };
}

function namedZone(timeZone: string): Timezone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsetAt = (ms: number): number => {
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(ms)) part[type] = value;
    const year = part['era']!.startsWith('B') ? 1 - Number(part['year']) : Number(part['year']);
    const local = new Date(0);
    local.setUTCFullYear(year, Number(part['month']) - 1, Number(part['day']));
    local.setUTCHours(Number(part['hour']), Number(part['minute']), Number(part['second']));
    return local.getTime() - Math.floor(ms / 1000) * 1000;
  };
  return {
    isUtc: false,
    offsetAt,
    toLocal: (ms) => ms + offsetAt(ms),
    fromLocal: (local) => {
      // Of two times with one wall clock the first; a time that the clock skips lies as far after the gap.
      const before = local - offsetAt(local - dayMs);
      const after = local - offsetAt(local + dayMs);
      const fits = [before, after].filter((ms) => ms + offsetAt(ms) === local);
      return fits.length > 0 ? Math.min(...fits) : before;
    },
  };
}
