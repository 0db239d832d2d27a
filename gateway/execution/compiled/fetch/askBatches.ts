import type { SubgraphAnswer } from '../../call/callSubgraph';
import type { PlacedError } from '../../call/placeErrors';
import { shapeAnswer } from '../../call/shapeAnswer';
import { UnavailableValue } from '../../call/unavailableValue';
import type { EntityBatch } from './entityBatch';
import type { RequestCalls } from './requestCalls';

/** Asks for the entities of a batch by a call of its own. */
export async function askAlone(batch: EntityBatch, calls: RequestCalls): Promise<void> {
  const { subgraph, query, operationName, variables } = batch.call;
  const request = {
    query,
    variables: { ...calls.variablesOf(variables), representations: batch.representations },
    ...(operationName === undefined ? {} : { operationName }),
  };
  await settle([batch], async () => {
    const answer = await calls.ask(subgraph, request);
    batch.resolve(entitiesOf(batch, request, answer, calls));
  });
}

type Batches = readonly [EntityBatch, ...EntityBatch[]];

/** Asks for the entities of several batches by one call, or by one each where that brings nothing. */
export async function askTogether(batches: Batches, calls: RequestCalls): Promise<void> {
  const [{ call }] = batches;
  const request = mergedRequest(batches, calls);
  await settle(batches, async () => {
    const answer = await calls.ask(call.subgraph, request);
    if (!(answer instanceof UnavailableValue) && !answer.data) {
      // What is wrong with one part took all of them along.
      await Promise.all(batches.map((batch) => askAlone(batch, calls)));
      return;
    }
    calls.counts.mergedCalls += batches.length - 1;
    const aliases = batches.map((_batch, index) => aliasOf(index));
    for (const [index, batch] of batches.entries())
      batch.resolve(entitiesOf(batch, request, partOf(answer, aliasOf(index), aliases), calls));
  });
}

async function settle(batches: readonly EntityBatch[], ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    for (const batch of batches) batch.reject(error);
  }
}

function entitiesOf(
  { call, representations }: EntityBatch,
  request: ReturnType<typeof mergedRequest>,
  answer: SubgraphAnswer | UnavailableValue,
  { logger }: RequestCalls,
): readonly unknown[] {
  const form = { entities: representations.length, asked: call.asked };
  return shapeAnswer(call.subgraph, request, answer, form, logger)['_entities'] as readonly unknown[];
}

const aliasOf = (index: number) => `_${index}`;

function mergedRequest(batches: Batches, calls: RequestCalls) {
  const [{ call: first }] = batches;
  const names = [...new Set(batches.flatMap(({ call }) => call.variables))];
  const prefix = freeName(names);
  const definitions = new Set(batches.flatMap(({ call }) => call.definitions));
  const representations = batches.map(
    (batch, index) => [`${prefix}${index}`, batch.representations] as const,
  );
  const own = representations.map(([name]) => `$${name}:[_Any!]!`);
  const parts = batches.map(
    ({ call }, index) =>
      `${aliasOf(index)}:_entities(representations:$${prefix}${index})${call.entitySelection}`,
  );
  return {
    query: `query ${first.operationName ?? ''}(${[...own, ...definitions].join(' ')}){${parts.join(' ')}}`,
    variables: { ...calls.variablesOf(names), ...Object.fromEntries(representations) },
    ...(first.operationName === undefined ? {} : { operationName: first.operationName }),
  };
}

/** A client may call a variable as it likes. */
function freeName(names: readonly string[]): string {
  let prefix = 'representations';
  while (names.some((name) => name.startsWith(prefix))) prefix = `_${prefix}`;
  return prefix;
}

/** Returns what an answer says of one part. An error whose path names no part may be an error of each. */
function partOf(
  answer: SubgraphAnswer | UnavailableValue,
  alias: string,
  aliases: readonly string[],
): SubgraphAnswer | UnavailableValue {
  if (answer instanceof UnavailableValue) return answer;
  const errors = answer.errors.flatMap(({ path, reason }): PlacedError[] => {
    const [part, ...below] = path ?? [];
    if (part === alias) return [{ path: ['_entities', ...below], reason }];
    return aliases.some((other) => other === part) ? [] : [{ path: undefined, reason }];
  });
  return { data: answer.data && { _entities: answer.data[alias] }, errors };
}
