import { compareValues } from '../bson/compare';
import { type BsonDocument, type BsonValue, isDocument, orderOf } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Variables } from '../expressions/evaluate';
import { compileExpression } from '../expressions/expression';
import { sortStage } from './flowStages';
import { groupStage } from './group';
import type { Stage } from './stage';

const operator = (name: string, operand: BsonValue): BsonDocument => new Map([[name, operand]]);
const literal = (value: BsonValue): BsonDocument => operator('$literal', value);

/** `$bucket`: a `$group` by the boundary below, in the order of the boundaries, as MongoDB defines it. */
export function bucketStage(spec: BsonDocument, variables: Variables | undefined): Stage {
  for (const option of spec.keys()) {
    if (!['groupBy', 'boundaries', 'default', 'output'].includes(option))
      throw new MongoError('Location40197', `Unrecognized option to $bucket: ${option}.`);
  }
  const groupBy = spec.get('groupBy');
  if (!isDocument(groupBy) && !(typeof groupBy === 'string' && groupBy.startsWith('$'))) {
    throw new MongoError(
      'Location40202',
      "The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression.",
    );
  }
  const constant = (source: BsonValue): BsonValue => compileExpression(source, variables)(new Map()) ?? null;
  const boundaries = boundariesOf(spec.get('boundaries'), constant);
  const branches = boundaries.slice(1).map((upper, at): BsonDocument => {
    const lower = boundaries[at]!;
    const within = [operator('$gte', [groupBy, literal(lower)]), operator('$lt', [groupBy, literal(upper)])];
    return new Map([
      ['case', operator('$and', within)],
      ['then', literal(lower)],
    ]);
  });
  const choice: BsonDocument = new Map([['branches', branches]]);
  if (spec.has('default'))
    choice.set('default', literal(defaultOf(constant(spec.get('default')!), boundaries)));
  const output = spec.get('output') ?? new Map([['count', operator('$sum', 1)]]);
  if (!isDocument(output))
    throw new MongoError('Location40196', "The $bucket 'output' field must be an object.");
  const group = groupStage(new Map([['_id', operator('$switch', choice)], ...output]), variables);
  const sort = sortStage([{ path: '_id', descending: false }]);
  return (input, pace) => sort(group(input, pace), pace);
}

function boundariesOf(
  source: BsonValue | undefined,
  constant: (source: BsonValue) => BsonValue,
): BsonValue[] {
  if (!Array.isArray(source))
    throw new MongoError('Location40200', "The $bucket 'boundaries' field must be an array of values.");
  const boundaries = source.map(constant);
  if (boundaries.length < 2)
    throw new MongoError('Location40192', "The $bucket 'boundaries' field must have at least 2 values.");
  boundaries.slice(1).forEach((upper, at) => {
    const lower = boundaries[at]!;
    if (orderOf(lower) !== orderOf(upper))
      throw new MongoError(
        'Location40193',
        "All values in the 'boundaries' option to $bucket must have the same type.",
      );
    if (compareValues(lower, upper) >= 0)
      throw new MongoError(
        'Location40194',
        "The 'boundaries' option to $bucket must be sorted, without duplicates.",
      );
  });
  return boundaries;
}

/** The default bucket may not be taken for one of the others. */
function defaultOf(value: BsonValue, boundaries: readonly BsonValue[]): BsonValue {
  const isWithin = compareValues(value, boundaries[0]!) >= 0 && compareValues(value, boundaries.at(-1)!) < 0;
  if (!isWithin) return value;
  throw new MongoError(
    'Location40199',
    "The $bucket 'default' field must be less than the lowest boundary or not less than the highest.",
  );
}
