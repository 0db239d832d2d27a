import type { Model } from 'mongoose';
import type { CounterRecord } from './counter.record';

/** MongoDB's code of a duplicate key: two first reservations at once, of which one made the counter. */
const duplicateKey = 11_000;

/**
 * Reserves a range of whole numbers and answers its first. One atomic write, so that imports that run at once never
 * get the same number; what is reserved and not used leaves a gap, which nobody minds.
 */
export async function reserveRange(
  counters: Model<CounterRecord>,
  name: string,
  count: number,
): Promise<number> {
  const reserve = () =>
    counters
      .findOneAndUpdate({ _id: name }, { $inc: { last: count } }, { upsert: true, returnDocument: 'after' })
      .lean<CounterRecord>();
  const counter = await reserve().catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== duplicateKey) throw error;
    return reserve();
  });
  return counter.last - count + 1;
}
