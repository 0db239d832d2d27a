import type { AnswerSelection } from '../call/answerSelection';
import { placeOf } from './planPlace';
import type { EntityStep, Step } from './step';

/**
 * Moves each call behind the steps of its sequence that bring the fields it passes along. The stock planner (2.14.4) makes
 * plans that fetch a field before its requirement, where the requirement's subgraph was asked for a key already. A plan
 * without a missing field stays as it is.
 */
export function orderSteps(step: Step, known: ReadonlySet<string> = new Set()): Step {
  switch (step.kind) {
    case 'Sequence': {
      const brought = new Set(known);
      const left = [...step.steps];
      const steps: Step[] = [];
      while (left.length > 0) {
        const ready = left.findIndex((one) => !waitsForOthers(one, left, brought));
        const [next] = left.splice(Math.max(ready, 0), 1);
        if (!next) break;
        steps.push(orderSteps(next, brought));
        for (const field of broughtBy(next)) brought.add(field);
      }
      return { ...step, steps };
    }
    case 'Parallel':
      return { ...step, steps: step.steps.map((inner) => orderSteps(inner, known)) };
    case 'Root':
    case 'Entities':
      return step;
  }
}

function waitsForOthers(step: Step, left: readonly Step[], brought: ReadonlySet<string>): boolean {
  const missing = needsOf(step).filter((field) => !brought.has(field));
  if (missing.length === 0) return false;
  return left.some((other) => other !== step && missing.some((field) => broughtBy(other).has(field)));
}

/** The fields that a step passes along, and does not bring itself, with their places. */
function needsOf(step: Step): readonly string[] {
  if (step.kind === 'Root') return [];
  if (step.kind === 'Entities') return passedAlong(step);
  const own = broughtBy(step);
  return step.steps.flatMap(needsOf).filter((field) => !own.has(field));
}

const passedAlong = ({ path, representation }: EntityStep): readonly string[] =>
  representation.paths.map((within) => placeOf([...path, ...within]));

/** The fields that a step brings, with their places. */
function broughtBy(step: Step): ReadonlySet<string> {
  if ('steps' in step) return new Set(step.steps.flatMap((inner) => [...broughtBy(inner)]));
  const fields = new Set<string>();
  const add = (selection: AnswerSelection, path: readonly string[]): void => {
    for (const { key, selection: within } of selection.fields) {
      fields.add(placeOf([...path, key]));
      if (within) add(within, [...path, key]);
    }
  };
  add(step.selection, step.path);
  return fields;
}
