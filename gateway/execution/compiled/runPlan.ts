import { lostNothing, shapeAnswer } from '../call/shapeAnswer';
import { type Data, noteUnavailable } from '../call/unavailableValue';
import { createAnswerObject } from './answer/answerObject';
import { type AbstractNames, mergeAnswer } from './answer/mergeAnswer';
import { BatchQueue } from './fetch/batchQueue';
import { collectTargets } from './fetch/collectTargets';
import { EntityCalls } from './fetch/entityCalls';
import type { RequestCalls } from './fetch/requestCalls';
import type { EntityStep, RootStep, Step } from './step';

/**
 * Executes a compiled plan. Resolves to all answers of the subgraphs, with unavailable values marked in their
 * places.
 */
export async function runPlan(step: Step, calls: RequestCalls, abstract: AbstractNames): Promise<Data> {
  const run = new PlanRun(calls, abstract);
  await run.step(step);
  return run.data;
}

class PlanRun {
  readonly data = createAnswerObject();
  readonly #batches: BatchQueue;
  readonly #entities: EntityCalls;

  constructor(
    private readonly calls: RequestCalls,
    private readonly abstract: AbstractNames,
  ) {
    this.#batches = new BatchQueue(calls);
    this.#entities = new EntityCalls(calls, this.#batches);
  }

  async step(step: Step): Promise<void> {
    switch (step.kind) {
      case 'Sequence':
        for (const inner of step.steps) await this.step(inner);
        return;
      case 'Parallel':
        await Promise.all(step.steps.map((inner) => this.step(inner)));
        return;
      case 'Root':
        return this.root(step);
      case 'Entities':
        return this.entities(step);
    }
  }

  private async root(step: RootStep): Promise<void> {
    const { path, call, selection, equalRoots } = step;
    const targets = collectTargets(this.data, path);
    if (targets.length === 0) return;
    const { subgraph, query, operationName, variables, asked } = call;
    const request = {
      query,
      ...(variables.length > 0 ? { variables: this.calls.variablesOf(variables) } : {}),
      ...(operationName === undefined ? {} : { operationName }),
    };
    this.calls.counts.equalRootFields += equalRoots;
    const arrived = this.#batches.coming.sent(step.followedBy);
    const answer = await this.calls.ask(subgraph, request).finally(arrived);
    const form = { entities: undefined, asked };
    const data = shapeAnswer(subgraph, request, answer, form, this.calls.logger);
    this.#entities.know(step.gives, data, lostNothing(answer, form));
    for (const target of targets) mergeAnswer(target, data, selection, this.abstract);
  }

  private async entities(step: EntityStep): Promise<void> {
    const { path, selection, representation } = step;
    const entities: Data[] = [];
    const keys: string[] = [];
    for (const target of collectTargets(this.data, path)) {
      const key = representation.keyOf(target);
      if (key === undefined) {
        noteUnknown(target, step);
        continue;
      }
      entities.push(target);
      keys.push(key);
    }
    if (entities.length === 0) return;
    const answers = await this.#entities.ask(step, entities, keys);
    for (let i = 0; i < entities.length; i++) {
      const answer = answers[i];
      if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) continue;
      mergeAnswer(entities[i] as Data, answer as Data, selection, this.abstract);
    }
  }
}

/** A field that needs lost facts is not fetched: it is lost for the same reason. */
function noteUnknown(target: Data, { representation, selection }: EntityStep): void {
  const reason = representation.whyUnknown(target);
  if (reason) for (const { key } of selection.fields) noteUnavailable(target, key, reason.at([]));
}
