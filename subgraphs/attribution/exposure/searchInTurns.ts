import { setImmediate as others } from 'node:timers/promises';
import { CordonError } from '../../../shared/errors/cordonError';
import { rejectEnded } from '../../../shared/subgraph/endedRequest';
import type { TransferGraph } from '../tracing/engine/graph/transferGraph';
import { exposurePolicy } from './exposurePolicy';

/** The working time of a search, in milliseconds; the work of others in its pauses is not counted. */
export interface WorkClock {
  spentMs: number;
  /** Aborted when the caller has left, or the deadline has passed. */
  readonly signal?: AbortSignal | undefined;
}

export const workClock = (signal?: AbortSignal): WorkClock => ({ spentMs: 0, signal });

/** Runs the steps of a search to its result, with turns for others in between. Throws TRACING_DEADLINE. */
export async function runSequentially<Answer>(
  steps: Generator<void, Answer>,
  clock: WorkClock,
): Promise<Answer> {
  for (;;) {
    const step = counted(clock, () => steps.next());
    if (step.done) return step.value;
    await others();
    rejectLate(clock);
  }
}

/** Does a part of a search, and counts the time that it takes. */
export function counted<Done>(clock: WorkClock, work: () => Done): Done {
  const begun = performance.now();
  try {
    return work();
  } finally {
    clock.spentMs += performance.now() - begun;
  }
}

/** Throws TRACING_DEADLINE, and REQUEST_ENDED. */
export function rejectLate({ spentMs, signal }: WorkClock): void {
  rejectEnded(signal);
  if (spentMs <= exposurePolicy.searchMs) return;
  const seconds = exposurePolicy.searchMs / 1_000;
  throw new CordonError('TRACING_DEADLINE', `the search did not end within ${seconds} seconds of work`);
}

/** Tells if a wallet has more transfers than may be examined, on the side that is asked about. */
export function isTooBusy(
  graph: TransferGraph,
  { walletId, direction }: { readonly walletId: string; readonly direction: 'IN' | 'OUT' },
): boolean {
  const subject = graph.wallets.numberOf(walletId);
  if (subject === undefined) return false;
  const { starts } = direction === 'IN' ? graph.in : graph.out;
  return (starts[subject + 1] ?? 0) - (starts[subject] ?? 0) > exposurePolicy.subjectRows;
}
