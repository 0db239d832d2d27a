import { cpus } from 'node:os';

/** Returns the time of work, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Returns the processor time of work in all threads of this process, the embedded store's too, in
 * milliseconds.
 */
export async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Returns the value below which a part of them lies; 0 without values. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** The processor that a bench ran on. */
export const machine = `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}`;
