import { encodeDocument, RawDocument } from '../bson/encode';
import { toDouble } from '../bson/exact';
import { type BsonDocument, type BsonValue, isDocument, isNumeric } from '../bson/value';
import type { BatchSource, Pace } from '../engine/cursors';
import { MongoError } from '../bson/mongoError';
import type { NamedStage, PipelineContext } from '../aggregate/context';
import { compileStages, readStages, runStages } from '../aggregate/pipeline';
import type { Batches } from '../aggregate/stage';
import { compileFilter } from '../query/filter';
import { parseSort } from '../document/sort';
import type { Answer } from '../wire/connection';
import {
  type Call,
  collectionName,
  isTrue,
  optionalCount,
  optionalDocument,
  rejectCollation,
} from './context';
import { countDocuments, wholeNumber } from './count';
import { answerFirstBatch } from './cursorAnswer';
import { FoundStream } from './documentStream';
import { type FindQuery, planFind } from './findQuery';
import { statisticsOf } from './statistics';
import { readVariables } from './variables';

const defaultBatch = 101;
const maxBatchBytes = 16 * 1024 * 1024;

/** `aggregate`: what the pipeline begins with is found by an index where there is one; the rest streams through. */
export async function aggregate(call: Call): Promise<Answer> {
  rejectCollation(call.body);
  if (isTrue(call.body.get('explain')))
    throw new MongoError('CommandNotSupported', 'explain of an aggregate is the explain command.');
  if (!isDocument(call.body.get('cursor')))
    throw new MongoError('FailedToParse', "The 'cursor' option is required");
  const stages = readStages(call.body.get('pipeline'));
  const pace = new CurrentPace(call.deadline);
  const context = pipelineContext(call, pace);
  const name = call.body.get('aggregate');
  const batches =
    typeof name === 'string'
      ? openPipeline(call, context, collectionName(call), stages, pace)
      : openWithoutCollection(stages, context, pace);
  const namespace = `${call.database}.${typeof name === 'string' ? name : '$cmd.aggregate'}`;
  const batchSize = optionalCount(optionalDocument(call.body, 'cursor'), 'batchSize') ?? defaultBatch;
  return answerFirstBatch(call, namespace, new BatchedPipeline(batches, pace), batchSize, false);
}

export function pipelineContext(call: Call, pace: Pace): PipelineContext {
  return {
    variables: readVariables(call.body),
    joins: (context, collection, stages) => openPipeline(call, context, collection, stages, pace),
  };
}

function openWithoutCollection(stages: readonly NamedStage[], context: PipelineContext, pace: Pace): Batches {
  const [first, ...rest] = stages;
  if (first?.name === '$changeStream') compileStages([first], context);
  if (first?.name !== '$documents' || !Array.isArray(first.operand)) {
    throw new MongoError(
      'InvalidNamespace',
      '{aggregate: 1} is not valid for this pipeline: it names no collection.',
    );
  }
  return runStages(compileStages(rest, context), literalDocuments(first.operand), pace);
}

async function* literalDocuments(documents: readonly BsonValue[]): Batches {
  yield documents.filter(isDocument);
}

function openPipeline(
  call: Call,
  context: PipelineContext,
  name: string,
  stages: readonly NamedStage[],
  pace: Pace,
): Batches {
  const collection = call.engine.catalog.find(call.database, name);
  if (stages[0]?.name === '$collStats' || stages[0]?.name === '$indexStats') {
    const rest = compileStages(stages.slice(1), context);
    return runStages(rest, literalDocuments(statisticsOf(call, name, stages[0])), pace);
  }
  const head = readHead(stages, context);
  const rest = compileStages(stages.slice(head.length), context);
  const counter = collection && readCounter(stages.slice(head.length));
  if (counter) {
    const query = planFind({ collection, ...head, sort: [] }, call.body.get('hint'));
    return countedBatch(call, query, counter, pace);
  }
  if (!collection) return runStages(rest, literalDocuments([]), pace);
  const query = planFind({ collection, ...head }, call.body.get('hint'));
  return runStages(rest, foundBatches(call, query, pace), pace);
}

interface Counter {
  readonly id: BsonValue;
  readonly field: string;
}

/** The stage by which drivers count: one group of all, with a 1 for each. */
function readCounter(stages: readonly NamedStage[]): Counter | undefined {
  const [stage] = stages;
  if (stages.length !== 1 || stage?.name !== '$group' || !isDocument(stage.operand)) return undefined;
  const id = stage.operand.get('_id');
  const [field, ...others] = [...stage.operand].filter(([name]) => name !== '_id');
  const isConstant = id === null || (isNumeric(id) && stage.operand.size === 2);
  if (!isConstant || !field || others.length > 0 || !isDocument(field[1])) return undefined;
  return field[1].size === 1 && field[1].get('$sum') === 1 ? { id, field: field[0] } : undefined;
}

async function* countedBatch(call: Call, query: FindQuery, { id, field }: Counter, pace: Pace): Batches {
  const n = await countDocuments(call.engine, query, pace);
  if (n === 0) return;
  yield [
    new Map<string, BsonValue>([
      ['_id', id],
      [field, wholeNumber(n)],
    ]),
  ];
}

/** The stages that a `find` can answer: matches, one sort, then a skip and a limit. */
export function readHead(
  stages: readonly NamedStage[],
  { variables }: PipelineContext,
): Pick<FindQuery, 'filter' | 'sort' | 'skip' | 'limit'> & { length: number } {
  const filters: BsonValue[] = [];
  let at = 0;
  for (; stages[at]?.name === '$match' && isDocument(stages[at]!.operand); at++)
    filters.push(stages[at]!.operand);
  const source: BsonDocument =
    filters.length === 0
      ? new Map<string, BsonValue>()
      : filters.length === 1
        ? (filters[0] as BsonDocument)
        : new Map([['$and', filters]]);
  const filter = compileFilter(source, variables);
  const sort = stages[at]?.name === '$sort' ? parseSort(stages[at++]!.operand) : [];
  const skip =
    stages[at]?.name === '$skip' && isCount(stages[at]!.operand) ? Number(stages[at++]!.operand) : 0;
  const limit =
    stages[at]?.name === '$limit' && isCount(stages[at]!.operand) ? Number(stages[at++]!.operand) : 0;
  return { filter, sort, skip, limit, length: at };
}

function isCount(operand: BsonValue): boolean {
  return isNumeric(operand) && Number.isInteger(toDouble(operand)) && toDouble(operand) > 0;
}

async function* foundBatches(call: Call, query: FindQuery, pace: Pace): Batches {
  const stream = new FoundStream(call.engine, query);
  for (;;) {
    const batch: BsonDocument[] = [];
    while (batch.length < 200) {
      const found = await stream.next(1000, pace);
      if (!found) break;
      batch.push(found.document);
    }
    if (batch.length === 0) return;
    yield batch;
    await pace.yield();
  }
}

/** A pipeline outlives the command that opened it: each `getMore` has a time of its own. */
class CurrentPace implements Pace {
  constructor(public current: Pace) {}

  check(): void {
    this.current.check();
  }

  yield(): Promise<void> {
    return this.current.yield();
  }
}

/** The documents that come out of a pipeline, in batches as a cursor answers them. */
class BatchedPipeline implements BatchSource {
  private waiting: BsonDocument[] = [];
  private at = 0;
  private ended = false;

  constructor(
    private readonly batches: Batches,
    private readonly pace: CurrentPace,
  ) {}

  async next(count: number, pace?: Pace): Promise<{ documents: RawDocument[]; done: boolean }> {
    if (pace) this.pace.current = pace;
    const documents: RawDocument[] = [];
    let bytes = 0;
    while (documents.length < count && (await this.fill())) {
      const document = new RawDocument(encodeDocument(this.waiting[this.at]!));
      if (document.bytes.length > maxBatchBytes) {
        throw new MongoError('BSONObjectTooLarge', 'A document that the pipeline made is larger than 16 MB.');
      }
      if (bytes + document.bytes.length > maxBatchBytes && documents.length > 0) break;
      this.at++;
      bytes += document.bytes.length;
      documents.push(document);
    }
    return { documents, done: !(await this.fill()) };
  }

  private async fill(): Promise<boolean> {
    while (this.at >= this.waiting.length && !this.ended) {
      const { value, done } = await this.batches.next();
      this.ended = done === true;
      this.waiting = value ?? [];
      this.at = 0;
    }
    return this.at < this.waiting.length;
  }
}
