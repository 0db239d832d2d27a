import { setImmediate as others } from 'node:timers/promises';
import { CordonError } from '../../../shared/errors/cordonError';
import type { TransferGraph } from '../tracing/graph/transferGraph';
import type { ExposureQuestion } from '../tracing/taint/exposureQuestion';
import { exposurePolicy } from './exposurePolicy';

/** Until when a search that begins now may go on. */
export const searchDeadline = (): number => Date.now() + exposurePolicy.searchMs;

/** What the steps of a search come to, with turns for others in between. Throws TRACING_DEADLINE. */
export async function inTurns<Answer>(steps: Generator<void, Answer>, deadline: number): Promise<Answer> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await others();
    refuseLate(deadline);
  }
}

/** Throws TRACING_DEADLINE. */
export function refuseLate(deadline: number): void {
  if (Date.now() <= deadline) return;
  const seconds = exposurePolicy.searchMs / 1_000;
  throw new CordonError('TRACING_DEADLINE', `the search did not end within ${seconds} seconds`);
}

/** Throws TOO_MANY_TRANSFERS where the subject has more than are looked at, on the side that is asked about. */
export function refuseTooMany(graph: TransferGraph, { subject, direction }: ExposureQuestion): void {
  const { starts } = direction === 'IN' ? graph.in : graph.out;
  const rows = (starts[subject + 1] ?? 0) - (starts[subject] ?? 0);
  const { subjectRows } = exposurePolicy;
  if (rows <= subjectRows) return;
  throw new CordonError(
    'TOO_MANY_TRANSFERS',
    `the wallet has ${rows} transfers ${direction === 'IN' ? 'in' : 'out'}: an exposure looks at ${subjectRows} at most`,
  );
}
