import type { Positions } from './picture';

/** A person's changes to a picture: they can be saved, and applied to the same picture again. */
export interface Arrangement {
  readonly positions: Positions;
  readonly hidden: readonly string[];
  readonly notes: Readonly<Record<string, string>>;
}

export const untouched: Arrangement = { positions: {}, hidden: [], notes: {} };

const format = 'cordon-picture';

export const savedPicture = (arrangement: Arrangement): string =>
  JSON.stringify({ format, version: 1, ...arrangement }, null, 2);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPoint = (value: unknown) => isRecord(value) && Number.isFinite(value.x) && Number.isFinite(value.y);

/** Reads a saved picture; undefined where the text is none. */
export function readPicture(text: string): Arrangement | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(read) || read.format !== format || read.version !== 1) return undefined;
  const { positions, hidden, notes } = read;
  const sound =
    isRecord(positions) &&
    Object.values(positions).every(isPoint) &&
    Array.isArray(hidden) &&
    hidden.every((id) => typeof id === 'string') &&
    isRecord(notes) &&
    Object.values(notes).every((note) => typeof note === 'string');
  if (!sound) return undefined;
  return {
    positions: positions as Positions,
    hidden: hidden,
    notes: notes as Record<string, string>,
  };
}
