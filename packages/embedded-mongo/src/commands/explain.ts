import type { Encodable } from '../bson/encode';
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { readStages } from '../aggregate/pipeline';
import type { Collection } from '../engine/collection';
import { MongoError } from '../bson/mongoError';
import { compileFilter } from '../query/filter';
import type { AccessPath } from '../planner/plan';
import { Scan } from '../planner/scan';
import { parseSort } from '../document/sort';
import type { Answer } from '../wire/connection';
import { pipelineContext, readHead } from './aggregate';
import { type Call, optionalCount, optionalDocument, sliceMs } from './context';
import { checkFields } from './fields';
import { type FindQuery, planFind } from './findQuery';
import { serverVersion } from './handshake';
import { readVariables } from './variables';

/** `explain` of reads and writes: which index was chosen, and, unless only the plan is asked for, what it cost. */
export async function explain(call: Call): Promise<Answer> {
  const inner = call.body.get('explain');
  const verbosity = readVerbosity(call.body.get('verbosity'));
  if (!isDocument(inner)) throw new MongoError('FailedToParse', 'explain takes a command.');
  const [name] = inner.keys();
  if (name !== undefined) checkFields(name, inner);
  const collectionName = name === undefined ? undefined : inner.get(name);
  if (typeof collectionName !== 'string')
    throw new MongoError('CommandNotSupported', 'This command cannot be explained.');
  const namespace = `${call.database}.${collectionName}`;
  const collection = call.engine.catalog.find(call.database, collectionName);
  const query = readQuery(call, name!, inner);
  const planner = { namespace, parsedQuery: query.filter.source, rejectedPlans: [] };
  const common = { explainVersion: '1', serverInfo: { version: serverVersion, host: 'embedded' }, ok: 1 };
  if (!collection) return { ...common, queryPlanner: { ...planner, winningPlan: { stage: 'EOF' } } };
  const planned = planFind({ collection, ...query }, query.hint);
  const queryPlanner = { ...planner, winningPlan: describePlan(planned) };
  if (verbosity === 'queryPlanner') return { ...common, queryPlanner };
  return { ...common, queryPlanner, executionStats: await execute(call, collection, planned) };
}

const verbosities = ['queryPlanner', 'executionStats', 'allPlansExecution'];

function readVerbosity(given: BsonValue | undefined): string {
  if (given === undefined) return 'allPlansExecution';
  if (typeof given === 'string' && verbosities.includes(given)) return given;
  throw new MongoError('BadValue', `The field 'explain.verbosity' must be one of ${verbosities.join(', ')}.`);
}

type Query = Pick<FindQuery, 'filter' | 'sort' | 'skip' | 'limit'> & { hint: BsonValue | undefined };

function readQuery(call: Call, name: string, inner: BsonDocument): Query {
  const variables = readVariables(inner);
  const hint = inner.get('hint');
  switch (name) {
    case 'find':
      return {
        filter: compileFilter(optionalDocument(inner, 'filter'), variables),
        sort: parseSort(inner.get('sort')),
        skip: optionalCount(inner, 'skip') ?? 0,
        limit: optionalCount(inner, 'limit') ?? 0,
        hint,
      };
    case 'aggregate':
      return { ...readHead(readStages(inner.get('pipeline')), pipelineContext(call, call.deadline)), hint };
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return unlimited(compileFilter(optionalDocument(inner, 'query'), variables), hint);
    case 'update':
    case 'delete': {
      const statements = inner.get(name === 'update' ? 'updates' : 'deletes');
      const first = Array.isArray(statements) ? statements[0] : undefined;
      return unlimited(
        compileFilter(
          optionalDocument(isDocument(first) ? first : new Map<string, BsonValue>(), 'q'),
          variables,
        ),
        hint,
      );
    }
    default:
      throw new MongoError('CommandNotSupported', `The command '${name}' cannot be explained.`);
  }
}

function unlimited(filter: Query['filter'], hint: BsonValue | undefined): Query {
  return { filter, sort: [], skip: 0, limit: 0, hint };
}

function describePlan({ plan, sort, filter }: FindQuery): { [key: string]: Encodable } {
  const inputs = plan.paths.map((path) => describePath(path, filter.source));
  let stage: { [key: string]: Encodable } =
    inputs.length === 1 ? inputs[0]! : { stage: 'OR', inputStages: inputs };
  if (!plan.sorted) {
    const sortPattern = Object.fromEntries(sort.map(({ path, descending }) => [path, descending ? -1 : 1]));
    stage = { stage: 'SORT', sortPattern, inputStage: stage };
  }
  return stage;
}

function describePath(path: AccessPath, filter: BsonDocument): { [key: string]: Encodable } {
  const direction = path.backwards ? 'backward' : 'forward';
  if (!path.index && path.bounded === 0) return { stage: 'COLLSCAN', filter, direction };
  if (!path.index && path.lookups && path.ranges.length === 1) return { stage: 'IDHACK', indexName: '_id_' };
  const scan = {
    stage: 'IXSCAN',
    keyPattern: path.index?.key ?? new Map([['_id', 1]]),
    indexName: path.index?.name ?? '_id_',
    isMultiKey: path.index?.multikey ?? false,
    isUnique: path.index?.unique ?? true,
    direction,
    ranges: path.ranges.length,
  };
  return { stage: 'FETCH', ...(path.exact ? {} : { filter }), inputStage: scan };
}

async function execute(
  call: Call,
  collection: Collection,
  { plan, filter, skip, limit }: FindQuery,
): Promise<Encodable> {
  const scan = new Scan(call.engine.storage, collection, plan, filter);
  const start = performance.now();
  const wanted = plan.sorted && limit > 0 ? skip + limit : Infinity;
  let returned = 0;
  for (let done = false; !done && returned < wanted;) {
    const slice = scan.slice({ ms: sliceMs, found: wanted - returned });
    returned += slice.found.length;
    done = slice.done;
    if (!done) await call.deadline.yield();
  }
  return {
    executionSuccess: true,
    nReturned: Math.max(0, Math.min(returned - skip, limit || Infinity)),
    executionTimeMillis: Math.round(performance.now() - start),
    totalKeysExamined: plan.paths.some(({ index }) => index) ? scan.keysExamined : 0,
    totalDocsExamined: scan.documentsExamined,
  };
}
