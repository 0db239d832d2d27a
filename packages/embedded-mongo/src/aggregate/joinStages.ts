import { type BsonDocument, type BsonValue, cloneDocument, isDocument } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { compileExpression } from '../expressions/expression';
import { splitPath, walkPath } from '../document/path';
import type { NamedStage, PipelineContext } from './context';
import { type Batches, MemoryLimit, type Stage } from './stage';

/** `$lookup`: by a pair of fields, by a pipeline, or both. An index on the foreign field is used. */
export function lookupStage(spec: BsonDocument, context: PipelineContext): Stage {
  const from = textOption(spec, 'from');
  const as = splitPath(textOption(spec, 'as'));
  const pair = spec.has('localField') || spec.has('foreignField');
  const local = pair ? splitPath(textOption(spec, 'localField')) : undefined;
  const foreign = pair ? textOption(spec, 'foreignField') : undefined;
  const pipeline = spec.has('pipeline') ? readNested(spec.get('pipeline')!) : [];
  if (!pair && !spec.has('pipeline'))
    throw new MongoError('FailedToParse', '$lookup needs a pair of fields or a pipeline');
  const lets = isDocument(spec.get('let')) ? [...(spec.get('let') as BsonDocument)] : [];
  const variables = lets.map(([name, source]) => ({
    name,
    expression: compileExpression(source, context.variables),
  }));
  return async function* (input, pace) {
    for await (const batch of input) {
      const out: BsonDocument[] = [];
      for (const document of batch) {
        const bound = new Map<string, BsonValue | undefined>(context.variables);
        for (const { name, expression } of variables) bound.set(name, expression(document));
        const head = local && foreign !== undefined ? [matchStage(foreign, valuesAt(document, local))] : [];
        const found = context.joins({ ...context, variables: bound }, from, [...head, ...pipeline], pace);
        out.push(await withJoined(document, as, found));
      }
      yield out;
    }
  };
}

async function withJoined(
  document: BsonDocument,
  as: readonly string[],
  found: Batches,
): Promise<BsonDocument> {
  const joined: BsonValue[] = [];
  const memory = new MemoryLimit('$lookup');
  for await (const batch of found) {
    for (const one of batch) {
      memory.addDocument(one);
      joined.push(one);
    }
  }
  const copy = cloneDocument(document);
  let at = copy;
  for (const step of as.slice(0, -1)) {
    let child = at.get(step);
    if (!isDocument(child)) at.set(step, (child = new Map()));
    at = child;
  }
  at.set(as[as.length - 1]!, joined);
  return copy;
}

function valuesAt(document: BsonDocument, path: readonly string[]): BsonValue[] {
  const values: BsonValue[] = [];
  walkPath(document, path, (value) => {
    if (Array.isArray(value)) values.push(...value);
    else values.push(value ?? null);
    return false;
  });
  return values.length > 0 ? values : [null];
}

function matchStage(path: string, values: BsonValue[]): NamedStage {
  return { name: '$match', operand: new Map([[path, new Map([['$in', values]])]]) };
}

/** `$unionWith`: the documents of another collection after those that come in. */
export function unionStage(operand: BsonValue, context: PipelineContext): Stage {
  const spec: BsonDocument = isDocument(operand) ? operand : new Map([['coll', operand]]);
  const other = textOption(spec, 'coll');
  const pipeline = spec.has('pipeline') ? readNested(spec.get('pipeline')!) : [];
  return async function* (input, pace) {
    yield* input;
    yield* context.joins(context, other, pipeline, pace);
  };
}

function textOption(spec: BsonDocument, name: string): string {
  const value = spec.get(name);
  if (typeof value === 'string' && value !== '' && !value.startsWith('$')) return value;
  throw new MongoError('FailedToParse', `The argument '${name}' of a join must be a text.`);
}

function readNested(value: BsonValue): NamedStage[] {
  if (!Array.isArray(value)) throw new MongoError('FailedToParse', "'pipeline' must be an array.");
  return value.map((stage) => {
    const [entry] = isDocument(stage) && stage.size === 1 ? stage : [];
    if (!entry)
      throw new MongoError(
        'FailedToParse',
        'A pipeline stage specification object must contain exactly one field.',
      );
    return { name: entry[0], operand: entry[1] };
  });
}
