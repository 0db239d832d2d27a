import type { AttributionRecord } from './attribution.record';

/**
 * Returns the time over which a statement says that a wallet was held, in milliseconds, both ends included:
 * the whole of its days, in UTC.
 */
export function heldTime({ heldFrom, heldTo }: Pick<AttributionRecord, 'heldFrom' | 'heldTo'>) {
  return {
    from: heldFrom ? Date.parse(`${heldFrom}T00:00:00.000Z`) : -Infinity,
    until: heldTo ? Date.parse(`${heldTo}T23:59:59.999Z`) : Infinity,
  };
}
