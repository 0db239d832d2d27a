import { Long } from 'bson';
import { toDouble } from '../bson/exact';
import {
  type BsonDocument,
  type BsonValue,
  cloneDocument,
  isDocument,
  isInt32,
  isNumeric,
} from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { compareSortKeys, type SortField, sortKeyOf } from '../document/sort';
import { getAt, setAt, unsetAt } from '../document/target';
import { batchesOf, collect, eachDocument, type Stage } from './stage';

/** A count in a stage. @throws MongoError `BadValue` */
export function wholeOperand(name: string, operand: BsonValue, min: number): number {
  const number = isNumeric(operand) ? toDouble(operand) : NaN;
  if (Number.isInteger(number) && number >= min) return number;
  throw new MongoError('BadValue', `The operand of ${name} must be a whole number of at least ${min}.`);
}

export function skipStage(count: number): Stage {
  return async function* (input) {
    let left = count;
    for await (const batch of input) {
      const skipped = Math.min(left, batch.length);
      left -= skipped;
      if (skipped < batch.length) yield skipped > 0 ? batch.slice(skipped) : batch;
    }
  };
}

export function limitStage(count: number): Stage {
  return async function* (input) {
    let left = count;
    for await (const batch of input) {
      yield batch.slice(0, left);
      left -= batch.length;
      // Leaving the loop ends what comes before as well.
      if (left <= 0) return;
    }
  };
}

export function sortStage(fields: readonly SortField[]): Stage {
  return async function* (input) {
    const all = await collect(input, '$sort');
    const keyed = all.map((document) => ({ document, key: sortKeyOf(document, fields) }));
    keyed.sort((a, b) => compareSortKeys(a.key, b.key, fields));
    yield* batchesOf(keyed.map(({ document }) => document));
  };
}

export function countStage(name: BsonValue): Stage {
  if (typeof name !== 'string' || name === '' || name.startsWith('$') || name.includes('.')) {
    throw new MongoError('BadValue', 'the count field must be a non-empty string without "$" or "."');
  }
  return async function* (input) {
    let count = 0;
    for await (const batch of input) count += batch.length;
    if (count > 0) yield [new Map([[name, isInt32(count) ? count : Long.fromNumber(count)]])];
  };
}

/** Each document is as likely as another to be taken; only those that are taken are held. */
export function sampleStage(size: number): Stage {
  return async function* (input) {
    const taken: BsonDocument[] = [];
    let seen = 0;
    for await (const batch of input) {
      for (const document of batch) {
        const place = seen < size ? seen : Math.floor(Math.random() * (seen + 1));
        seen++;
        if (place < size) taken[place] = document;
      }
    }
    yield* batchesOf(taken);
  };
}

/** `$unwind`: a document for each element of an array. */
export function unwindStage(operand: BsonValue): Stage {
  const spec: BsonDocument = isDocument(operand) ? operand : new Map([['path', operand]]);
  const path = spec.get('path');
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) {
    throw new MongoError('BadValue', "path option to $unwind stage should be prefixed with a '$'");
  }
  const steps = path.slice(1).split('.');
  const keepEmpty = spec.get('preserveNullAndEmptyArrays') === true;
  const indexName = spec.get('includeArrayIndex');
  const withIndex = (document: BsonDocument, index: number | null): BsonDocument => {
    if (typeof indexName === 'string')
      setAt(document, indexName.split('.'), index === null ? null : Long.fromNumber(index));
    return document;
  };
  return eachDocument((document) => {
    const value = getAt(document, steps);
    if (!Array.isArray(value)) {
      if (value === undefined || value === null) return keepEmpty ? withIndex(document, null) : undefined;
      return withIndex(document, null);
    }
    if (value.length === 0) {
      if (!keepEmpty) return undefined;
      const copy = cloneDocument(document);
      unsetAt(copy, steps);
      return withIndex(copy, null);
    }
    return value.map((element, index) => {
      const copy = cloneDocument(document);
      setAt(copy, steps, element);
      return withIndex(copy, index);
    });
  });
}
