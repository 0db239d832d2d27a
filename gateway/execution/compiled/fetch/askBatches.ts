import type { SubgraphRequest } from '../../../../shared/subgraph/runSubgraph';
import type { SubgraphAnswer } from '../../call/callSubgraph';
import type { PlacedError } from '../../call/placeErrors';
import { lostNothing, shapeAnswer } from '../../call/shapeAnswer';
import { UnavailableValue } from '../../call/unavailableValue';
import type { EntityBatch } from './entityBatch';
import { type MergedCall, mergeCalls } from './mergedCall';
import type { RequestCalls } from './requestCalls';

/** Asks for the entities of a batch by a call of its own. */
export async function askAlone(batch: EntityBatch, calls: RequestCalls): Promise<void> {
  const { subgraph, query, operationName, variables } = batch.call;
  const request = {
    query,
    variables: { ...calls.variablesOf(variables), representations: batch.representations },
    ...(operationName === undefined ? {} : { operationName }),
  };
  resolve(batch, request, await calls.ask(subgraph, request), calls);
}

type Batches = readonly [EntityBatch, ...EntityBatch[]];

/** Asks for the entities of several batches by one call, or by one each where that brings nothing. */
export async function askTogether(batches: Batches, calls: RequestCalls): Promise<void> {
  const [first, ...others] = batches;
  const merged = mergeCalls([first.call, ...others.map(({ call }) => call)]);
  const { subgraph, operationName } = first.call;
  const variables = calls.variablesOf(merged.variables);
  merged.representations.forEach((name, index) => {
    variables[name] = batches[index]?.representations;
  });
  const request = {
    query: merged.query,
    variables,
    ...(operationName === undefined ? {} : { operationName }),
  };
  const answer = await calls.ask(subgraph, request);
  if (!(answer instanceof UnavailableValue) && !answer.data) {
    // A problem of one part failed all of them.
    await Promise.all(batches.map((batch) => askAlone(batch, calls)));
    return;
  }
  calls.counts.mergedCalls += batches.length - 1;
  for (const [index, batch] of batches.entries())
    resolve(batch, request, partOf(answer, index, merged), calls);
}

function resolve(
  batch: EntityBatch,
  request: SubgraphRequest,
  answer: SubgraphAnswer | UnavailableValue,
  { logger }: RequestCalls,
): void {
  const { call, representations } = batch;
  const form = { entities: representations.length, asked: call.asked };
  const data = shapeAnswer(call.subgraph, request, answer, form, logger);
  batch.resolve(data['_entities'] as readonly unknown[], lostNothing(answer, form));
}

/** Returns what an answer says of one part. An error whose path names no part may be an error of each. */
function partOf(
  answer: SubgraphAnswer | UnavailableValue,
  index: number,
  { aliases }: MergedCall,
): SubgraphAnswer | UnavailableValue {
  if (answer instanceof UnavailableValue) return answer;
  const alias = aliases[index] as string;
  const errors = answer.errors.flatMap(({ path, reason }): PlacedError[] => {
    const [part, ...below] = path ?? [];
    if (part === alias) return [{ path: ['_entities', ...below], reason }];
    return aliases.some((other) => other === part) ? [] : [{ path: undefined, reason }];
  });
  return { data: answer.data && { _entities: answer.data[alias] }, errors };
}
