import { type BsonDocument, type BsonValue } from '../bson/value';
import { MongoError } from '../bson/mongoError';
import { positionOf } from './position';
import type { Expression } from '../expressions/evaluate';
import type { Filter } from './filter';

type Pick = (array: BsonValue[]) => BsonValue[] | undefined;

interface Node {
  readonly children: Map<string, Node>;
  marked: boolean;
  expression?: Expression;
  pick?: Pick;
}

const newNode = (): Node => ({ children: new Map(), marked: false });

/** The paths of a projection, by step: marked ones are included, or excluded. */
export class ProjectionTree {
  private readonly root = newNode();
  private positionalPath: string[] | undefined;

  constructor(private readonly including: boolean) {}

  mark(path: string): void {
    this.nodeAt(path).marked = true;
  }

  compute(path: string, expression: Expression): void {
    this.nodeAt(path).expression = expression;
  }

  pick(path: string, pick: Pick, taken: boolean): void {
    const node = this.nodeAt(path);
    node.pick = pick;
    node.marked = taken;
  }

  /** The one element by which the filter matched. */
  pickPosition(path: string): void {
    if (this.positionalPath)
      throw new MongoError('BadValue', 'A projection can have only one positional operator.');
    this.positionalPath = path.split('.');
    this.mark(path);
  }

  apply(document: BsonDocument, filter: Filter | undefined): BsonDocument {
    const result = this.including
      ? this.include(document, this.root, document)
      : this.exclude(document, this.root, document);
    if (this.positionalPath) this.applyPosition(document, result, filter);
    return result;
  }

  private nodeAt(path: string): Node {
    let node = this.root;
    for (const step of path.split('.')) {
      if (node.marked || node.expression || node.pick) throw collision(path);
      let child = node.children.get(step);
      if (!child) node.children.set(step, (child = newNode()));
      node = child;
    }
    if (node.marked || node.expression || node.pick || node.children.size > 0) throw collision(path);
    return node;
  }

  private include(document: BsonDocument, node: Node, root: BsonDocument): BsonDocument {
    const result: BsonDocument = new Map();
    for (const [name, value] of document) {
      const child = node.children.get(name);
      if (!child || child.expression) continue;
      const taken = this.includeValue(value, child, root);
      if (taken !== undefined) result.set(name, taken);
    }
    this.computeInto(result, node, root);
    return result;
  }

  private includeValue(value: BsonValue, node: Node, root: BsonDocument): BsonValue | undefined {
    if (node.pick)
      return Array.isArray(value)
        ? node.pick(value)
        : node.marked && isNotElementWise(node)
          ? value
          : undefined;
    if (node.marked) return value;
    if (value instanceof Map) return this.include(value, node, root);
    if (!Array.isArray(value)) return hasComputed(node) ? this.include(new Map(), node, root) : undefined;
    return value
      .map((element) => this.includeValue(element, node, root))
      .filter((element) => element !== undefined);
  }

  private exclude(document: BsonDocument, node: Node, root: BsonDocument): BsonDocument {
    const result: BsonDocument = new Map();
    for (const [name, value] of document) {
      const child = node.children.get(name);
      const left = child ? this.excludeValue(value, child, root) : value;
      if (left !== undefined) result.set(name, left);
    }
    this.computeInto(result, node, root);
    return result;
  }

  private excludeValue(value: BsonValue, node: Node, root: BsonDocument): BsonValue | undefined {
    if (node.pick) return Array.isArray(value) ? node.pick(value) : value;
    if (node.marked) return undefined;
    if (value instanceof Map) return this.exclude(value, node, root);
    if (!Array.isArray(value)) return value;
    return value.map((element) =>
      element instanceof Map || Array.isArray(element) ? this.excludeValue(element, node, root)! : element,
    );
  }

  private computeInto(result: BsonDocument, node: Node, root: BsonDocument): void {
    for (const [name, child] of node.children) {
      if (child.expression) {
        const value = child.expression(root);
        if (value !== undefined) result.set(name, value);
      } else if (!result.has(name) && hasComputed(child)) {
        result.set(name, this.include(new Map(), child, root));
      }
    }
  }

  private applyPosition(document: BsonDocument, result: BsonDocument, filter: Filter | undefined): void {
    const path = this.positionalPath!;
    const place = Number(positionOf(document, path, filter));
    let at: BsonValue | undefined = result;
    for (const step of path.slice(0, -1)) at = at instanceof Map ? at.get(step) : undefined;
    const last = path[path.length - 1]!;
    const array = at instanceof Map ? at.get(last) : undefined;
    if (at instanceof Map && Array.isArray(array)) at.set(last, array.slice(place, place + 1));
  }
}

function hasComputed(node: Node): boolean {
  return node.expression !== undefined || [...node.children.values()].some(hasComputed);
}

/** `$slice` leaves what is no array as it is. */
function isNotElementWise(node: Node): boolean {
  return node.pick !== undefined;
}

function collision(path: string): MongoError {
  return new MongoError('BadValue', `Path collision at ${path}`);
}
