import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Joins } from '../../supergraph/joins';

/** A field that a fetch asks for without what its subgraph requires for it. */
export interface Misplaced {
  /** The path of its object, below the fetch. */
  readonly path: readonly string[];
  readonly type: string;
  readonly node: FieldNode;
  readonly requires: readonly FieldNode[];
  readonly key: readonly FieldNode[];
}

export interface FetchFacts {
  readonly subgraph: string;
  readonly schema: GraphQLSchema;
  readonly joins: Joins;
  /** By type: the names of the fields that the fetch passes along with an entity. */
  readonly passed: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Takes the misplaced fields out of a fetch's operation; in their places the key of their object is fetched.
 */
export function takeMisplaced(operation: OperationDefinitionNode, facts: FetchFacts) {
  const taken: Misplaced[] = [];
  const root = facts.schema.getRootType(operation.operation) ?? undefined;
  const selectionSet = new Taker(facts, taken).select(operation.selectionSet, root, [], false);
  return { operation: { ...operation, selectionSet }, taken };
}

class Taker {
  constructor(
    private readonly facts: FetchFacts,
    private readonly taken: Misplaced[],
  ) {}

  select(
    { selections }: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
    path: readonly string[],
    ofEntity: boolean,
  ): SelectionSetNode {
    const left = selections.flatMap((node): readonly SelectionNode[] => {
      if (node.kind === Kind.FIELD) return this.field(node, parent, path, ofEntity);
      if (node.kind === Kind.FRAGMENT_SPREAD) return [node];
      const type = node.typeCondition ? this.facts.schema.getType(node.typeCondition.name.value) : parent;
      return [{ ...node, selectionSet: this.select(node.selectionSet, type, path, ofEntity) }];
    });
    return { kind: Kind.SELECTION_SET, selections: left };
  }

  private field(
    node: FieldNode,
    parent: GraphQLNamedType | undefined,
    path: readonly string[],
    ofEntity: boolean,
  ): readonly SelectionNode[] {
    if (node.name.value === '_entities' && node.selectionSet) {
      return [{ ...node, selectionSet: this.select(node.selectionSet, undefined, path, true) }];
    }
    const misplaced = parent && this.misplaced(node, parent.name, path, ofEntity);
    if (misplaced) {
      this.taken.push(misplaced);
      return [field('__typename'), ...misplaced.key];
    }
    if (!node.selectionSet) return [node];
    const type =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value]?.type : undefined;
    const below = [...path, (node.alias ?? node.name).value, ...(type ? listLevels(type) : [])];
    return [
      { ...node, selectionSet: this.select(node.selectionSet, type && getNamedType(type), below, false) },
    ];
  }

  private misplaced(
    node: FieldNode,
    type: string,
    path: readonly string[],
    ofEntity: boolean,
  ): Misplaced | undefined {
    const { joins, subgraph, passed } = this.facts;
    const requires = joins.requires(subgraph, type, node.name.value);
    if (!requires) return undefined;
    const given = ofEntity ? passed.get(type) : undefined;
    if (requires.every(({ name }) => given?.has(name.value))) return undefined;
    return { path, type, node, requires, key: joins.key(subgraph, type) ?? [] };
  }
}

const field = (name: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } });

/** `@` for each level of lists. */
function listLevels(type: GraphQLOutputType): readonly string[] {
  const nullable = getNullableType(type);
  return isListType(nullable) ? ['@', ...listLevels(nullable.ofType)] : [];
}
