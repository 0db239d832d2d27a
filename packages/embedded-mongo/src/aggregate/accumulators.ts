import { addNumbers, makeDouble } from '../bson/arithmetic';
import { compareValues } from '../bson/compare';
import { toDouble, toDecimal, toExact } from '../bson/exact';
import { encodeKey } from '../bson/key';
import { Decimal128 } from 'bson';
import { type BsonDocument, type BsonNumber, type BsonValue, isDocument, isNumeric } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { MemoryLimit } from './stage';

/** Gathers the values of one field of a group. */
export interface Accumulator {
  add(value: BsonValue | undefined, memory: MemoryLimit): void;
  result(): BsonValue;
}

/** @throws MongoError `BadValue` where there is no such accumulator */
export function accumulatorOf(name: string): () => Accumulator {
  switch (name) {
    case '$sum':
    case '$count':
      return () => new Sum();
    case '$avg':
      return () => new Average();
    case '$min':
      return () => new Extreme(-1);
    case '$max':
      return () => new Extreme(1);
    case '$first':
      return () => new First();
    case '$last':
      return () => new Last();
    case '$push':
      return () => new Push();
    case '$addToSet':
      return () => new Distinct();
    case '$mergeObjects':
      return () => new Merge();
    default:
      throw new MongoError(
        'BadValue',
        `unknown group operator '${name}': the embedded store does not have it.`,
      );
  }
}

class Sum implements Accumulator {
  protected total: BsonNumber = 0;

  add(value: BsonValue | undefined): void {
    if (isNumeric(value))
      this.total = addNumbers(this.total, value) ?? makeDouble(toDouble(this.total) + toDouble(value));
  }

  result(): BsonValue {
    return this.total;
  }
}

class Average extends Sum {
  private count = 0;

  override add(value: BsonValue | undefined): void {
    if (!isNumeric(value)) return;
    this.count++;
    super.add(value);
  }

  override result(): BsonValue {
    if (this.count === 0) return null;
    if (!(this.total instanceof Decimal128)) return makeDouble(toDouble(this.total) / this.count);
    if (!/^-?\d/.test(this.total.toString())) return this.total;
    // 40 digits more than are asked for, of which the nearest decimal is taken.
    const { coefficient, exponent } = toExact(this.total);
    return toDecimal({
      coefficient: (coefficient * 10n ** 40n) / BigInt(this.count),
      exponent: exponent - 40,
    });
  }
}

class Extreme implements Accumulator {
  private best: BsonValue = null;

  constructor(private readonly direction: 1 | -1) {}

  add(value: BsonValue | undefined): void {
    if (value === undefined || value === null) return;
    if (this.best === null || compareValues(value, this.best) * this.direction > 0) this.best = value;
  }

  result(): BsonValue {
    return this.best;
  }
}

class First implements Accumulator {
  private value: BsonValue | undefined;
  private isSet = false;

  add(value: BsonValue | undefined): void {
    if (!this.isSet) this.value = value;
    this.isSet = true;
  }

  result(): BsonValue {
    return this.value ?? null;
  }
}

class Last implements Accumulator {
  private value: BsonValue | undefined;

  add(value: BsonValue | undefined): void {
    this.value = value;
  }

  result(): BsonValue {
    return this.value ?? null;
  }
}

class Push implements Accumulator {
  private readonly values: BsonValue[] = [];

  add(value: BsonValue | undefined, memory: MemoryLimit): void {
    if (value === undefined) return;
    memory.add(encodeKey(value).length + 16);
    this.values.push(value);
  }

  result(): BsonValue {
    return this.values;
  }
}

class Distinct implements Accumulator {
  private readonly values = new Map<string, BsonValue>();

  add(value: BsonValue | undefined, memory: MemoryLimit): void {
    if (value === undefined) return;
    const key = encodeKey(value).toString('latin1');
    if (this.values.has(key)) return;
    memory.add(key.length * 2 + 64);
    this.values.set(key, value);
  }

  result(): BsonValue {
    return [...this.values.values()];
  }
}

class Merge implements Accumulator {
  private readonly merged: BsonDocument = new Map();

  add(value: BsonValue | undefined, memory: MemoryLimit): void {
    if (value === undefined || value === null) return;
    if (!isDocument(value)) throw new MongoError('BadValue', '$mergeObjects requires object inputs');
    memory.add(encodeKey(value).length);
    for (const [name, child] of value) this.merged.set(name, child);
  }

  result(): BsonValue {
    return this.merged;
  }
}
