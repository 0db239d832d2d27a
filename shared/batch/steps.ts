import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that can be left for a moment after each step. */
export type Steps<Result> = Generator<void, Result>;

/** The longest work without a turn for others, in milliseconds. */
const turnMs = 25;

/** Does all steps at once. */
export function runAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the steps, with turns for the other work of the process in between. */
export async function runInTurns<Result>(steps: Steps<Result>): Promise<Result> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < turnMs) continue;
    await nextTurn();
    begun = performance.now();
  }
}
