import { randomUUID } from 'node:crypto';
import type { Model } from 'mongoose';
import { insertNew } from '../../../shared/mongo/insertRows';
import type { LeaseRecord } from './lease.record';
import { monitoringPolicy } from './monitoringPolicy';

const name = 'monitoring';

/** The turn to evaluate and deliver, of one of the processes over a store. */
export interface Lease {
  /** Whether it is this process's turn: takes it where nobody has it, and keeps it from running out. */
  hold(): Promise<boolean>;
  /** Lets another process have it at once. */
  letGo(): Promise<void>;
}

export function lease(leases: Model<LeaseRecord>, leaseMs: number = monitoringPolicy.leaseMs): Lease {
  const holder = randomUUID();
  let until = 0;
  let asking: Promise<boolean> | null = null;
  const ask = async () => {
    const now = Date.now();
    const next = { holder, until: new Date(now + leaseMs) };
    const { matchedCount } = await leases.updateOne(
      { _id: name, $or: [{ holder }, { until: { $lt: new Date(now) } }] },
      { $set: next },
    );
    const isMine = matchedCount === 1 || (await insertNew(leases, [{ _id: name, ...next }])).size === 0;
    until = isMine ? next.until.getTime() : 0;
    return isMine;
  };
  return {
    async hold() {
      if (until - Date.now() > leaseMs / 2) return true;
      return (asking ??= ask().finally(() => (asking = null)));
    },
    async letGo() {
      until = 0;
      await leases.updateOne({ _id: name, holder }, { $set: { until: new Date(0) } });
    },
  };
}
