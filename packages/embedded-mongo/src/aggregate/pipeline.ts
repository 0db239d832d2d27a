import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import type { Pace } from '../engine/cursors';
import { MongoError } from '../bson/mongoError';
import type { Variables } from '../expressions/evaluate';
import { compileFilter } from '../query/filter';
import { parseSort } from '../document/sort';
import { bucketStage } from './bucket';
import {
  countStage,
  limitStage,
  sampleStage,
  skipStage,
  sortStage,
  unwindStage,
  wholeOperand,
} from './flowStages';
import { groupStage } from './group';
import type { NamedStage, PipelineContext } from './context';
import { lookupStage, unionStage } from './joinStages';
import { needDocument, shapeStage } from './shapeStages';
import { batchesOf, collect, eachDocument, type Stage } from './stage';
import { unsupportedStage } from './unsupportedStage';

/** The stages by name. @throws MongoError `FailedToParse` where a stage has not exactly one field */
export function readStages(value: BsonValue | undefined): NamedStage[] {
  if (!Array.isArray(value))
    throw new MongoError('TypeMismatch', "'pipeline' option must be specified as an array");
  return value.map((stage) => {
    if (!isDocument(stage) || stage.size !== 1) {
      throw new MongoError(
        'FailedToParse',
        'A pipeline stage specification object must contain exactly one field.',
      );
    }
    const [[name, operand]] = stage as unknown as [[string, BsonValue]];
    return { name, operand };
  });
}

/** @throws MongoError where a stage is unknown or its operand is wrong */
export function compileStages(stages: readonly NamedStage[], context: PipelineContext): Stage[] {
  return stages.map((stage) => compileStage(stage, context));
}

function compileStage({ name, operand }: NamedStage, context: PipelineContext): Stage {
  const { variables } = context;
  const shape = shapeStage(name, operand, variables);
  if (shape) return eachDocument(shape);
  switch (name) {
    case '$match': {
      const filter = compileFilter(needDocument(name, operand), variables);
      return eachDocument((document) => (filter.matches(document) ? document : undefined));
    }
    case '$sort':
      return sortStage(parseSort(operand));
    case '$skip':
      return skipStage(wholeOperand(name, operand, 0));
    case '$limit':
      return limitStage(wholeOperand(name, operand, 1));
    case '$count':
      return countStage(operand);
    case '$unwind':
      return unwindStage(operand);
    case '$group':
      return groupStage(operand, variables);
    case '$bucket':
      return bucketStage(needDocument(name, operand), variables);
    case '$sortByCount':
      return sortByCount(operand, variables);
    case '$sample':
      return sampleStage(wholeOperand('$sample', needDocument(name, operand).get('size') ?? null, 1));
    case '$facet':
      return facetStage(needDocument(name, operand), context);
    case '$lookup':
      return lookupStage(needDocument(name, operand), context);
    case '$unionWith':
      return unionStage(operand, context);
    default:
      throw unsupportedStage(name);
  }
}

function sortByCount(operand: BsonValue, variables: Variables | undefined): Stage {
  const group = groupStage(
    new Map<string, BsonValue>([
      ['_id', operand],
      ['count', new Map([['$sum', 1]])],
    ]),
    variables,
  );
  const sort = sortStage([{ path: 'count', descending: true }]);
  return (input, pace) => sort(group(input, pace), pace);
}

function facetStage(operand: BsonDocument, context: PipelineContext): Stage {
  const facets = [...operand].map(([name, pipeline]) => ({
    name,
    stages: compileStages(readStages(pipeline), context),
  }));
  return async function* (input, pace) {
    const documents = await collect(input, '$facet');
    const result: BsonDocument = new Map();
    for (const { name, stages } of facets) {
      result.set(name, await collect(runStages(stages, batchesOf(documents), pace), '$facet'));
    }
    yield [result];
  };
}

export function runStages(stages: readonly Stage[], input: ReturnType<Stage>, pace: Pace): ReturnType<Stage> {
  return stages.reduce((batches, stage) => stage(batches, pace), input);
}
