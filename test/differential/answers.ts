import { createLogger } from '../../shared/logger/logger';
import { execute, parse, type GraphQLFieldResolver } from 'graphql';
import { CostMeter } from '../../gateway/cost/costMeter';
import { authorize } from '../../gateway/steps/authorize';
import { execute as executeOperation } from '../../gateway/steps/execute';
import { parseRequest } from '../../gateway/steps/parseRequest';
import { RequestError } from '../../gateway/request/requestError';
import type { Identity } from '../../shared/identity/identity';
import type { Fault } from './faults';
import type { ExecutorName, OpenGraph } from './openGraph';
import { operationLimits, type RandomOperation } from './randomOperation';
import type { Item } from './world';

/** An answer, in a form that can be compared. */
export interface Answer {
  /** The JSON text of the data; undefined where the request was rejected. */
  readonly data: string | undefined;
  /** Each error's path and code, in a fixed order. */
  readonly errors: readonly string[];
  /** The mutations that were carried out, in their order. */
  readonly mutations: readonly string[];
  /** True where an unavailable value was passed to a subgraph. */
  readonly passedUnavailable: boolean;
}

/** The scopes of a caller who has every scope of a random graph. */
export const everyScope = ['some', 'more', 'most'];

export interface Asked extends RandomOperation {
  readonly scopes: readonly string[];
  readonly faults: readonly Fault[];
}

const silent = createLogger('test', 'silent');

/** Asks a graph as the gateway does, and of an executor. */
export async function answerOf(open: OpenGraph, executor: ExecutorName, asked: Asked): Promise<Answer> {
  const graph = open.executors.get(executor);
  if (!graph) throw new Error(`no executor ${executor}`);
  Object.assign(open.current, {
    faults: asked.faults,
    calls: [],
    mutations: [],
    passedUnavailable: false,
  });
  const { query, variables, scopes } = asked;
  try {
    const parsed = parseRequest({ query, variables: { ...variables } }, graph, operationLimits);
    const caller = callerWith(scopes);
    const { prepared } = authorize(
      parsed,
      { grants: caller.scopes, client: null },
      { mode: 'filter', estimateWithin: () => 0, logger: silent },
    );
    const { data, errors } = await executeOperation(parsed, prepared, {
      caller,
      signal: new AbortController().signal,
      meter: new CostMeter(Infinity),
    });
    const codes = errors.map(({ path, extensions }) => errorText(path, extensions));
    return { data, errors: codes.sort(), ...effectsOf(open) };
  } catch (error) {
    const what = error instanceof RequestError ? error.code : String(error);
    return { data: undefined, errors: [`refused: ${what}`], ...effectsOf(open) };
  }
}

const effectsOf = ({ current: { mutations, passedUnavailable } }: OpenGraph) => ({
  mutations: [...mutations],
  passedUnavailable,
});

const errorText = (path: readonly (string | number)[], extensions?: Readonly<Record<string, unknown>>) =>
  `${JSON.stringify(path)} ${typeof extensions?.['code'] === 'string' ? extensions['code'] : 'INTERNAL_SERVER_ERROR'}`;

function callerWith(scopes: readonly string[]): Identity {
  return {
    issuer: 'differential',
    client: null,
    venue: null,
    subject: 'someone',
    roles: ['analyst'],
    scopes: [...scopes],
    operator: true,
  };
}

/** The answer of one schema with the same values, with no gateway, plan or subgraph between them. */
export async function monolithAnswer(
  open: OpenGraph,
  { query, variables }: RandomOperation,
): Promise<Answer> {
  const { world, apiSchema } = open;
  const mutations: string[] = [];
  const resolve: GraphQLFieldResolver<Item, unknown> = (item, args, _context, info) => {
    const { fieldName: field, returnType: type } = info;
    if (info.parentType.name === 'Mutation') mutations.push(`${field}(${JSON.stringify(args)})`);
    const required = world.requiredIn(apiSchema, field, item);
    return world.value({ field, type, item, args, required });
  };
  const result = await execute({
    schema: apiSchema,
    document: parse(query),
    variableValues: variables,
    rootValue: { __typename: 'Query', seed: 0 },
    fieldResolver: resolve,
    typeResolver: (item) => (item as Item).__typename,
  });
  if (result.errors) throw new Error(`the oracle itself has an error: ${String(result.errors[0])}\n${query}`);
  return { data: JSON.stringify(result.data), errors: [], mutations, passedUnavailable: false };
}
