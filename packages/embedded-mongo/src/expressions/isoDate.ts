const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)? ?(Z|[+-]\d{2}:?\d{2})?$/;

/** Reads a date in the form of ISO 8601; without a zone it is UTC. Undefined where it is none. */
export function parseIsoDate(text: string, offsetMs = 0): Date | undefined {
  const match = iso.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0)) as [number, number, number, number, number, number];
  const ms = Number((match[7] ?? '0').padEnd(3, '0'));
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const zone = match[8];
  const offset = zone === undefined ? offsetMs : zone === 'Z' ? 0 : offsetOf(zone);
  return new Date(local.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + ms - offset);
}

/** The milliseconds of an offset such as `+05:30`. */
export function offsetOf(text: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text)!;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
