import { Aggregator } from 'mingo';
import { Context, ProcessingMode } from 'mingo/core';
import * as accumulatorOperators from 'mingo/operators/accumulator';
import * as expressionOperators from 'mingo/operators/expression';
import * as pipelineOperators from 'mingo/operators/pipeline';
import * as windowOperators from 'mingo/operators/window';
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { MongoError } from '../mongoError';
import { documentToPlain, fromPlain } from '../query/foreignOperators';
import { batchesOf, collect, type Stage } from './stage';

/** Stages that mingo carries out; all that comes in is held meanwhile, up to the limit. */
const ofMingo = new Set(['$bucket', '$bucketAuto', '$densify', '$fill', '$setWindowFields', '$redact']);

const notHere = new Set([
  '$out',
  '$merge',
  '$graphLookup',
  '$geoNear',
  '$search',
  '$searchMeta',
  '$listSessions',
  '$currentOp',
]);

const context = Context.init({
  accumulator: accumulatorOperators,
  expression: expressionOperators,
  pipeline: pipelineOperators,
  window: windowOperators,
});

/** @throws MongoError `Location40324` where there is no such stage, `Location40573` for change streams */
export function foreignStage(name: string, operand: BsonValue): Stage {
  if (name === '$changeStream') {
    throw new MongoError(
      'Location40573',
      'The $changeStream stage is only supported on replica sets: the embedded store has none.',
    );
  }
  if (notHere.has(name))
    throw new MongoError('CommandNotSupported', `The stage ${name} is not supported by the embedded store.`);
  if (!ofMingo.has(name))
    throw new MongoError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
  if (!isDocument(operand))
    throw new MongoError('FailedToParse', `the ${name} stage specification must be an object.`);
  const stage = { [name]: documentToPlain(operand) };
  return async function* (input) {
    const documents = (await collect(input, name)).map(documentToPlain);
    let results: BsonDocument[];
    try {
      const options = { context, processingMode: ProcessingMode.CLONE_OFF, scriptEnabled: false };
      results = new Aggregator([stage] as never, options)
        .run(documents as never)
        .map((one) => fromPlain(one) as BsonDocument);
    } catch (error) {
      throw new MongoError('BadValue', `${name} failed: ${(error as Error).message}`);
    }
    yield* batchesOf(results);
  };
}
