import type { Step } from './step';

/** Notes at each call of a plan the subgraphs that are called next with its values. */
export function noteFollowers(step: Step, next: readonly string[] = []): Step {
  switch (step.kind) {
    case 'Sequence': {
      const followers = step.steps.map((_, i) => {
        const after = step.steps[i + 1];
        return after ? firstAsked(after) : next;
      });
      return { ...step, steps: step.steps.map((inner, i) => noteFollowers(inner, followers[i])) };
    }
    case 'Parallel':
      return { ...step, steps: step.steps.map((inner) => noteFollowers(inner, next)) };
    case 'Root':
    case 'Entities':
      return { ...step, followedBy: next };
  }
}

/** The subgraphs that a step asks for entities before it needs any other answer. */
function firstAsked(step: Step): readonly string[] {
  switch (step.kind) {
    case 'Sequence': {
      const [first] = step.steps;
      return first ? firstAsked(first) : [];
    }
    case 'Parallel':
      return [...new Set(step.steps.flatMap(firstAsked))];
    case 'Root':
      return [];
    case 'Entities':
      return [step.call.subgraph];
  }
}
