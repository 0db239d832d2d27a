import type { CheckpointSigner } from './checkpointKey';
import type { Checkpoints } from './checkpoints.store';
import type { Ledger } from './ledger';

export interface CheckpointKeeping {
  readonly ledger: Pick<Ledger, 'head'>;
  readonly checkpoints: Checkpoints;
  readonly signer: CheckpointSigner;
  /** Hears of a checkpoint that could not be taken: the store was away, or the ledger is damaged. */
  readonly onError: (error: unknown) => void;
  /** For tests. */
  readonly everyMs?: number;
}

/** A checkpoint is due when so many events are not covered, or when one is not for so long, in milliseconds. */
const everyEvents = 1_000;
const maxUncoveredMs = 10 * 60_000;

/** The pause between checks for a due checkpoint: two reads by a primary key. */
const pollIntervalMs = 10_000;

/**
 * Signs checkpoints while a server runs, over its own and others' appends, and a last one when it ends. Later
 * events are chained, but can be cut off unnoticed: an outsider's copy of a checkpoint covers the events that
 * it names.
 */
export function keepCheckpoints(keeping: CheckpointKeeping): { close(): Promise<void> } {
  const { ledger, checkpoints, signer, onError, everyMs = pollIntervalMs } = keeping;
  let uncoveredSince: number | undefined;
  let underWay: Promise<void> | undefined;
  const look = async (isLast: boolean): Promise<void> => {
    const [head, last] = await Promise.all([ledger.head(), checkpoints.latest()]);
    const uncovered = head.sequence - (last?.sequence ?? 0);
    if (uncovered === 0) uncoveredSince = undefined;
    else uncoveredSince ??= performance.now();
    if (uncoveredSince === undefined) return;
    const due = uncovered >= everyEvents || performance.now() - uncoveredSince >= maxUncoveredMs;
    if (!due && !isLast) return;
    await checkpoints.take(signer, new Date());
    uncoveredSince = undefined;
  };
  const run = (isLast: boolean) => {
    underWay ??= look(isLast)
      .catch(onError)
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };
  const timer = setInterval(() => void run(false), everyMs);
  timer.unref();
  return {
    async close() {
      clearInterval(timer);
      await underWay;
      await run(true);
    },
  };
}
