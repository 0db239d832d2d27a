import { encodeKey } from '../bson/key';
import { type BsonDocument, type BsonValue, isDocument } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Expression, Variables } from '../expressions/evaluate';
import { compileExpression } from '../expressions/expression';
import { type Accumulator, accumulatorOf } from './accumulators';
import { batchesOf, MemoryLimit, type Stage } from './stage';
import { needDocument } from './shapeStages';

interface Field {
  readonly name: string;
  readonly expression: Expression;
  readonly create: () => Accumulator;
}

interface Group {
  readonly id: BsonValue;
  readonly accumulators: Accumulator[];
}

/** `$group`: only the groups are held, not the documents. */
export function groupStage(operand: BsonValue, variables?: Variables): Stage {
  const spec = needDocument('$group', operand);
  if (!spec.has('_id')) throw new MongoError('BadValue', 'a group specification must include an _id');
  const id = compileExpression(spec.get('_id')!, variables);
  const fields = [...spec]
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => readField(name, value, variables));
  return async function* (input) {
    const groups = new Map<string, Group>();
    const memory = new MemoryLimit('$group');
    for await (const batch of input) {
      for (const document of batch) addToGroup(groups, id(document), fields, document, memory);
    }
    yield* batchesOf([...groups.values()].map((group) => finish(group, fields)));
  };
}

function readField(name: string, value: BsonValue, variables: Variables | undefined): Field {
  if (name.includes('.') || name.startsWith('$')) {
    throw new MongoError('BadValue', `The field name '${name}' cannot be used in a $group.`);
  }
  const [operator] = isDocument(value) && value.size === 1 ? value.keys() : [];
  if (operator === undefined)
    throw new MongoError('BadValue', `The field '${name}' must be an accumulator object`);
  const operand = (value as BsonDocument).get(operator)!;
  const source = operator === '$count' ? 1 : operand;
  return { name, expression: compileExpression(source, variables), create: accumulatorOf(operator) };
}

/** The memory of a group besides its key. An estimate. */
const groupBytes = 200;

function addToGroup(
  groups: Map<string, Group>,
  id: BsonValue | undefined,
  fields: readonly Field[],
  document: BsonDocument,
  memory: MemoryLimit,
): void {
  // A missing value and null are one group.
  const name = encodeKey(id ?? null).toString('latin1');
  let group = groups.get(name);
  if (!group) {
    memory.add(name.length + groupBytes);
    groups.set(name, (group = { id: id ?? null, accumulators: fields.map(({ create }) => create()) }));
  }
  fields.forEach(({ expression }, at) => group.accumulators[at]!.add(expression(document), memory));
}

function finish({ id, accumulators }: Group, fields: readonly Field[]): BsonDocument {
  const result: BsonDocument = new Map([['_id', id]]);
  fields.forEach(({ name }, at) => result.set(name, accumulators[at]!.result()));
  return result;
}
