import { describeValue } from '../bson/describe';
import { equalValues } from '../bson/compare';
import { type BsonDocument, type BsonValue, cloneDocument, isDocument, typeNameOf } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import type { Variables } from '../expressions/evaluate';
import type { Filter } from '../query/filter';
import type { FilterNode } from '../query/predicate';
import { isIndexStep, splitPath } from '../document/path';
import { type ArrayFilters, expandPath, identifiersOf, readArrayFilters } from './expandPath';
import type { Change } from './change';
import { checkTargets, isPositional } from './checkTargets';
import { prepareOperator } from './operators';
import { preparePipeline } from './pipeline';
import { getAt, setAt, unsetAt } from '../document/target';

/** Makes the new form of a document. The one that is given is not changed. */
export interface Updater {
  readonly kind: 'operators' | 'replacement' | 'pipeline';
  /** @throws MongoError `ImmutableField` where the `_id` would change, and those of the operators */
  apply(document: BsonDocument, filter: Filter | undefined, inserting?: boolean): BsonDocument;
}

/**
 * Reads an update: operators, a whole new document, or a pipeline.
 * @throws MongoError `FailedToParse`, `ConflictingUpdateOperators` and those of the operators
 */
export function compileUpdate(source: BsonValue, arrayFilters?: BsonValue, variables?: Variables): Updater {
  if (Array.isArray(source)) {
    const transform = preparePipeline(source, variables);
    return { kind: 'pipeline', apply: (document) => keepId(document, transform(cloneDocument(document))) };
  }
  if (!isDocument(source)) {
    throw new MongoError(
      'FailedToParse',
      `An update must be a document or a pipeline, not of the type ${typeNameOf(source)}.`,
    );
  }
  const [first] = source.keys();
  if (first !== undefined && first.startsWith('$')) {
    return new OperatorUpdater(source, readArrayFilters(arrayFilters));
  }
  for (const name of source.keys()) {
    if (name.startsWith('$')) {
      throw new MongoError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${name}' is not allowed in a replacement.`,
      );
    }
  }
  return { kind: 'replacement', apply: (document) => replaceDocument(document, source) };
}

function replaceDocument(document: BsonDocument, source: BsonDocument): BsonDocument {
  const id = document.get('_id');
  if (id === undefined || source.has('_id')) return keepId(document, cloneDocument(source));
  return new Map<string, BsonValue>([['_id', id], ...cloneDocument(source)]);
}

function keepId(before: BsonDocument, after: BsonDocument): BsonDocument {
  const id = before.get('_id');
  const now = after.get('_id');
  if (id !== undefined && now === undefined) return new Map<string, BsonValue>([['_id', id], ...after]);
  // Equal is not enough: 1 and 1.0 are the same key, and still a change of the field.
  if (id === undefined || equalValues(id, now!)) return after;
  throw new MongoError(
    'ImmutableField',
    `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${describeValue(now!)}`,
  );
}

interface FieldChange {
  readonly path: readonly string[];
  readonly change: Change;
  readonly onInsertOnly: boolean;
  /** For `$rename`: where the value goes. */
  readonly renameTo?: readonly string[];
}

class OperatorUpdater implements Updater {
  readonly kind = 'operators';
  private readonly changes: FieldChange[] = [];

  constructor(
    source: BsonDocument,
    private readonly filters: ArrayFilters,
  ) {
    for (const [name, fields] of source) {
      if (!name.startsWith('$')) {
        throw new MongoError(
          'FailedToParse',
          `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update`,
        );
      }
      if (!isDocument(fields)) {
        throw new MongoError(
          'FailedToParse',
          `Modifiers operate on fields but we found type ${typeNameOf(fields)} instead. For example: {$mod: {<field>: ...}}`,
        );
      }
      for (const [field, operand] of fields) this.add(name, field, operand);
    }
    this.checkConflicts();
    this.checkFilters();
    this.changes.sort((a, b) => comparePaths(a.path, b.path));
  }

  apply(document: BsonDocument, filter: Filter | undefined, inserting = false): BsonDocument {
    const result = cloneDocument(document);
    const changes = this.changes.filter(({ onInsertOnly }) => inserting || !onInsertOnly);
    // A change may make another element the one that matches: all places are found before the first change.
    const targets = changes.map(({ path, renameTo }) =>
      renameTo ? [] : expandPath(result, path, this.filters, filter),
    );
    if (changes.length > 1 && changes.some(({ path }) => path.some(isPositional)))
      checkTargets(targets.flat());
    changes.forEach(({ path, change, renameTo }, at) => {
      if (renameTo) renameField(result, path, renameTo);
      for (const target of targets[at]!) change(result, target);
    });
    const id = document.get('_id');
    if (id !== undefined && !(result.has('_id') && equalValues(id, result.get('_id')!))) {
      throw new MongoError(
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    return result;
  }

  private add(name: string, field: string, operand: BsonValue): void {
    const path = splitPath(field);
    if (path.includes(''))
      throw new MongoError(
        'BadValue',
        `The update path '${field}' contains an empty field name, which is not allowed.`,
      );
    if (path[0]!.startsWith('$')) {
      throw new MongoError(
        'BadValue',
        `The path '${field}' begins with a positional operator, without an array before it.`,
      );
    }
    if (name === '$rename') return this.addRename(path, operand);
    this.changes.push({
      path,
      change: prepareOperator(name, operand),
      onInsertOnly: name === '$setOnInsert',
    });
  }

  private addRename(path: readonly string[], operand: BsonValue): void {
    if (typeof operand !== 'string' || operand === '') {
      throw new MongoError('BadValue', "The 'to' field for $rename must be a string");
    }
    const renameTo = splitPath(operand);
    if ([...path, ...renameTo].some((step) => step.startsWith('$'))) {
      throw new MongoError('BadValue', 'The fields of $rename may not be dynamic.');
    }
    this.changes.push({ path, change: () => undefined, onInsertOnly: false, renameTo });
    this.changes.push({ path: renameTo, change: () => undefined, onInsertOnly: true });
  }

  private checkConflicts(): void {
    const paths = this.changes.map(({ path }) => path);
    paths.forEach((path, at) => {
      const other = paths.find(
        (candidate, i) => i !== at && path.every((step, level) => candidate[level] === step),
      );
      if (!other) return;
      throw new MongoError(
        'ConflictingUpdateOperators',
        `Updating the path '${other.join('.')}' would create a conflict at '${path.join('.')}'`,
      );
    });
  }

  private checkFilters(): void {
    const used = new Set(this.changes.flatMap(({ path }) => identifiersOf(path)));
    for (const name of this.filters.keys()) {
      if (used.has(name)) continue;
      throw new MongoError(
        'FailedToParse',
        `The array filter for identifier '${name}' was not used in the update`,
      );
    }
  }
}

/** By step; places of arrays by number. New fields are added in this order. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y) continue;
    if (isIndexStep(x) && isIndexStep(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

function renameField(document: BsonDocument, from: readonly string[], to: readonly string[]): void {
  const value = getAt(document, from);
  if (value === undefined) return;
  for (const path of [from, to]) {
    for (let length = 1; length < path.length; length++) {
      if (!Array.isArray(getAt(document, path.slice(0, length)))) continue;
      throw new MongoError('BadValue', `The fields of $rename may not lie in an array: '${path.join('.')}'.`);
    }
  }
  unsetAt(document, from);
  setAt(document, to, value);
}

/**
 * The document that an upsert inserts: what the filter says fields are equal to, and then the update.
 */
export function upsertDocument(filter: Filter, updater: Updater): BsonDocument {
  const seed: BsonDocument = new Map();
  seedFrom(filter.node, updater.kind === 'replacement' ? (path) => path === '_id' : () => true, seed);
  return updater.apply(seed, filter, true);
}

function seedFrom(node: FilterNode, isWanted: (path: string) => boolean, seed: BsonDocument): void {
  if (node.kind === 'and') return node.nodes.forEach((inner) => seedFrom(inner, isWanted, seed));
  if (node.kind === 'or' && node.nodes.length === 1) return seedFrom(node.nodes[0]!, isWanted, seed);
  if (node.kind !== 'leaf' || !isWanted(node.path)) return;
  const { predicate } = node;
  const only =
    predicate.kind === 'all' && predicate.predicates.length === 1 ? predicate.predicates[0]! : predicate;
  if (only.kind === 'eq') return seedField(seed, node.path, only.value);
  if (only.kind === 'in' && only.values.length === 1 && only.regexes.length === 0) {
    seedField(seed, node.path, only.values[0]!);
  }
}

function seedField(seed: BsonDocument, path: string, value: BsonValue): void {
  if (getAt(seed, splitPath(path)) !== undefined) {
    throw new MongoError('BadValue', `cannot infer query fields to set, path '${path}' is matched twice`);
  }
  setAt(seed, splitPath(path), value);
}
