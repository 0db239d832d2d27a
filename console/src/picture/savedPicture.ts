import type { Positions } from './picture';

/** A person's changes to a picture: they can be saved, and applied to the same picture again. */
export interface Arrangement {
  readonly positions: Positions;
  readonly hidden: readonly string[];
  readonly notes: Readonly<Record<string, string>>;
}

export const untouched: Arrangement = { positions: {}, hidden: [], notes: {} };

/** An addition to a picture: a question, never its answer, so that a file cannot make up facts. */
export type PictureStep =
  | {
      readonly kind: 'REACH';
      readonly wallet: string;
      readonly direction: 'IN' | 'OUT';
      readonly hops: number;
      /** A day, YYYY-MM-DD; empty: now. */
      readonly asOf: string;
    }
  | {
      readonly kind: 'PATHS';
      readonly wallet: string;
      readonly to: string;
      readonly hops: number;
      readonly asOf: string;
    }
  | { readonly kind: 'ACTOR'; readonly actor: string };

export interface SavedPicture extends Arrangement {
  readonly steps: readonly PictureStep[];
}

const format = 'cordon-picture';

export const savedPicture = (arrangement: Arrangement, steps: readonly PictureStep[] = []): string =>
  JSON.stringify({ format, version: 1, ...arrangement, ...(steps.length > 0 ? { steps } : {}) }, null, 2);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPoint = (value: unknown) => isRecord(value) && Number.isFinite(value.x) && Number.isFinite(value.y);

const isText = (value: unknown) => typeof value === 'string' && value.length <= 500;

function isStep(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (value.kind === 'ACTOR') return isText(value.actor);
  const { wallet, hops, asOf } = value;
  const asked = isText(wallet) && Number.isInteger(hops) && isText(asOf);
  if (value.kind === 'REACH') return asked && (value.direction === 'IN' || value.direction === 'OUT');
  return value.kind === 'PATHS' && asked && isText(value.to);
}

const maxSteps = 50;

/** Reads a saved picture; undefined where the text is none. */
export function readPicture(text: string): SavedPicture | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(read) || read.format !== format || read.version !== 1) return undefined;
  const { positions, hidden, notes, steps = [] } = read;
  const sound =
    isRecord(positions) &&
    Object.values(positions).every(isPoint) &&
    Array.isArray(hidden) &&
    hidden.every((id) => typeof id === 'string') &&
    isRecord(notes) &&
    Object.values(notes).every((note) => typeof note === 'string') &&
    Array.isArray(steps) &&
    steps.length <= maxSteps &&
    steps.every(isStep);
  if (!sound) return undefined;
  return {
    positions: positions as Positions,
    hidden: hidden,
    notes: notes as Record<string, string>,
    steps: steps as PictureStep[],
  };
}
