import type { AttributionRecord } from './attribution.record';

/** The time over which a wallet is said to have been held, in milliseconds, both ends included: the whole of its days, in UTC. */
export function heldTime({ heldFrom, heldTo }: Pick<AttributionRecord, 'heldFrom' | 'heldTo'>) {
  return {
    from: heldFrom ? Date.parse(`${heldFrom}T00:00:00.000Z`) : -Infinity,
    until: heldTo ? Date.parse(`${heldTo}T23:59:59.999Z`) : Infinity,
  };
}
