import type { HeldLease, Lease } from '../../../shared/mongo/lease';

/** The turn to evaluate and deliver, of one of the processes over a store. */
export interface MonitoringTurn {
  /** Returns whether it is this process's turn: takes it where nobody has it, and keeps it from running out. */
  hold(): Promise<boolean>;
  /** Lets another process have it at once. */
  letGo(): Promise<void>;
}

export function monitoringTurn(lease: Lease): MonitoringTurn {
  let held: HeldLease | null = null;
  let renewedAt = -Infinity;
  let asking: Promise<boolean> | null = null;
  const ask = async () => {
    const now = performance.now();
    if (held && !(await held.renew())) held = null;
    if (!held) {
      const taken = await lease.take();
      if ('heldBy' in taken) return false;
      held = taken;
    }
    renewedAt = now;
    return true;
  };
  return {
    async hold() {
      if (held && performance.now() - renewedAt < lease.leaseMs / 2) return true;
      return (asking ??= ask().finally(() => (asking = null)));
    },
    async letGo() {
      const given = held;
      held = null;
      await given?.end();
    },
  };
}
