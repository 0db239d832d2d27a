import { type BsonValue } from '../bson/value';
import type { Pace } from '../engine/cursors';
import type { Variables } from '../expressions/evaluate';
import type { Batches } from './stage';

export interface NamedStage {
  readonly name: string;
  readonly operand: BsonValue;
}

/** Runs a pipeline on a collection: given by the command, which knows how collections are read. */
export type Joins = (
  context: PipelineContext,
  collection: string,
  stages: readonly NamedStage[],
  pace: Pace,
) => Batches;

export interface PipelineContext {
  readonly variables: Variables | undefined;
  readonly joins: Joins;
}
