import type { SubgraphAnswer } from '../call/callSubgraph';
import { lostNothing, shapeAnswer } from '../call/shapeAnswer';
import { type Data, noteUnavailable, type UnavailableValue } from '../call/unavailableValue';
import { createAnswerObject, SharedObject } from './answer/answerObject';
import { type AbstractNames, mergeAnswer, type Merging } from './answer/mergeAnswer';
import { SharedObjects } from './answer/sharedObjects';
import { BatchQueue } from './fetch/batchQueue';
import { collectTargets } from './fetch/collectTargets';
import { EntityCalls } from './fetch/entityCalls';
import type { RequestCalls } from './fetch/requestCalls';
import type { EntityStep, RootStep, Step } from './step';

/**
 * Executes a compiled plan. Resolves to all answers of the subgraphs, with unavailable values marked in their
 * places.
 */
export function runPlan(step: Step, calls: RequestCalls, abstract: AbstractNames): Promise<Data> {
  return new Promise((resolve, reject) => {
    const run = new PlanRun(calls, abstract, reject);
    run.step(step, () => resolve(run.data));
  });
}

/** Steps go on by callbacks: a plan has some twenty, and a promise for each would cost more than most of them do. */
class PlanRun {
  readonly data = createAnswerObject();
  readonly #batches: BatchQueue;
  readonly #entities: EntityCalls;
  readonly #merging: Merging;

  constructor(
    private readonly calls: RequestCalls,
    abstract: AbstractNames,
    private readonly fail: (error: unknown) => void,
  ) {
    this.#batches = new BatchQueue(calls, fail);
    this.#entities = new EntityCalls(calls, this.#batches);
    this.#merging = { abstract, shared: new SharedObjects() };
  }

  step(step: Step, done: () => void): void {
    switch (step.kind) {
      case 'Sequence':
        return this.sequence(step.steps, 0, done);
      case 'Parallel':
        return this.parallel(step.steps, done);
      case 'Root':
        return this.root(step, done);
      case 'Entities':
        return this.entities(step, done);
    }
  }

  private sequence(steps: readonly Step[], index: number, done: () => void): void {
    const step = steps[index];
    if (step) this.step(step, () => this.sequence(steps, index + 1, done));
    else done();
  }

  private parallel(steps: readonly Step[], done: () => void): void {
    let left = steps.length;
    if (left === 0) done();
    for (const step of steps)
      this.step(step, () => {
        if (--left === 0) done();
      });
  }

  private root(step: RootStep, done: () => void): void {
    const { call, selection, equalRoots } = step;
    const targets = this.targetsOf(step);
    if (targets.length === 0) return done();
    const { subgraph, query, operationName, variables, asked } = call;
    const request = {
      query,
      ...(variables.length > 0 ? { variables: this.calls.variablesOf(variables) } : {}),
      ...(operationName === undefined ? {} : { operationName }),
    };
    this.calls.counts.equalRootFields += equalRoots;
    const arrived = this.#batches.coming.sent(step.followedBy);
    const take = (answer: SubgraphAnswer | UnavailableValue) => {
      arrived();
      const form = { entities: undefined, asked };
      const data = shapeAnswer(subgraph, request, answer, form, this.calls.logger);
      this.#entities.know(step.gives, data, lostNothing(answer, form));
      for (const target of targets) mergeAnswer(target, data, selection, this.#merging);
      done();
    };
    this.calls.ask(subgraph, request).then(take).catch(this.fail);
  }

  private entities(step: EntityStep, done: () => void): void {
    const { selection, representation } = step;
    const entities: Data[] = [];
    const keys: string[] = [];
    for (const target of this.targetsOf(step)) {
      const key = representation.keyOf(target);
      if (key === undefined) {
        noteUnknown(target, step);
        continue;
      }
      entities.push(target);
      keys.push(key);
      this.calls.counts.equalRepresentations += SharedObject.copiesOf(target);
    }
    if (entities.length === 0) return done();
    this.#entities.ask(step, { entities, keys }, (answers) => {
      for (let i = 0; i < entities.length; i++) {
        const answer = answers[i];
        if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) continue;
        mergeAnswer(entities[i] as Data, answer as Data, selection, this.#merging);
      }
      done();
    });
  }

  private targetsOf({ path, from }: RootStep | EntityStep): readonly Data[] {
    if (!from) return collectTargets([this.data], path);
    const objects = this.#merging.shared.at(from.place);
    return from.path.length === 0 ? objects : collectTargets(objects, from.path);
  }
}

/** A field that needs lost facts is not fetched: it is lost for the same reason. */
function noteUnknown(target: Data, { representation, selection }: EntityStep): void {
  const reason = representation.whyUnknown(target);
  if (reason) for (const { key } of selection.fields) noteUnavailable(target, key, reason.at([]));
}
