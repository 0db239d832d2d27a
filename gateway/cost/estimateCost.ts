import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { CostDirectives } from './costDirectives';
import { argumentCost } from './argumentCost';
import { includes, lengthGiven, numberOf, type Variables } from './operationValues';

export interface CostEstimation {
  readonly schema: GraphQLSchema;
  readonly directives: CostDirectives;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The coerced variables; one that is absent counts as unknown, and the largest size that the schema assumes is taken. */
  readonly variables: Variables;
  /** The size of a list that no directive bounds. */
  readonly defaultListSize: number;
}

/**
 * Returns the estimated cost of an operation before it is planned. It is one for each object of the answer,
 * nothing for a scalar, unless `@cost` weighs it. Lists multiply by `@listSize`, or by the length of a list
 * argument. Of the types that an interface or union can be, the dearest counts. Source: IBM's GraphQL cost
 * directives specification, as Apollo Router reads it.
 */
export function estimateCost(estimation: CostEstimation): number {
  const { schema, operation } = estimation;
  const root = schema.getRootType(operation.operation);
  return root ? new Estimator(estimation).ofSelections([operation.selectionSet], root, undefined) : 0;
}

/** The sizes that a field's `@listSize(sizedFields:)` gives to fields below it. */
type Sized = { readonly names: readonly string[]; readonly size: number } | undefined;

class Estimator {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<SelectionSetNode, Map<string, number>>();

  constructor(private readonly estimation: CostEstimation) {
    this.fragments = new Map(
      estimation.document.definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
  }

  ofSelections(sets: readonly SelectionSetNode[], type: GraphQLCompositeType, sized: Sized): number {
    // Fragments on unions in unions would be read once for each path to them.
    const [only] = sets;
    const cache = sets.length === 1 && only && !sized ? this.cacheOf(only) : undefined;
    const found = cache?.get(type.name);
    if (found !== undefined) return found;
    const possible = isAbstractType(type)
      ? this.estimation.schema.getPossibleTypes(type)
      : [type as GraphQLObjectType];
    const cost = Math.max(0, ...possible.map((one) => this.ofObject(sets, one, sized)));
    cache?.set(type.name, cost);
    return cost;
  }

  private cacheOf(set: SelectionSetNode): Map<string, number> {
    const cache = this.known.get(set) ?? new Map<string, number>();
    this.known.set(set, cache);
    return cache;
  }

  private ofObject(sets: readonly SelectionSetNode[], type: GraphQLObjectType, sized: Sized): number {
    const groups = new Map<string, FieldNode[]>();
    for (const set of sets) this.collect(set.selections, type, groups);
    let cost = 0;
    for (const nodes of groups.values()) cost += this.ofField(nodes, type, sized);
    return cost;
  }

  private collect(
    selections: readonly SelectionNode[],
    type: GraphQLObjectType,
    into: Map<string, FieldNode[]>,
  ): void {
    for (const selection of selections) {
      if (!includes(selection, this.estimation.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        into.set(key, [...(into.get(key) ?? []), selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      if (fragment && this.applies(fragment.typeCondition?.name.value, type))
        this.collect(fragment.selectionSet.selections, type, into);
    }
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.estimation.schema.getType(condition);
    return isAbstractType(wanted) && this.estimation.schema.isSubType(wanted, type);
  }

  private ofField(nodes: readonly FieldNode[], parent: GraphQLObjectType, sized: Sized): number {
    const [node] = nodes;
    const field = node && parent.getFields()[node.name.value];
    if (!node || !field) return 0;
    const coordinate = `${parent.name}.${field.name}`;
    const { size, below } = this.sizeOf(node, field, { coordinate, sized });
    const type = getNamedType(field.type);
    const { weights } = this.estimation.directives;
    const own = weights.get(coordinate) ?? weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    const children = isCompositeType(type) ? this.ofSelections(sets, type, below) : 0;
    const given = argumentCost(node, field, { coordinate, ...this.estimation });
    return given + size * Math.max(0, own + children);
  }

  private sizeOf(
    node: FieldNode,
    field: GraphQLField<unknown, unknown>,
    { coordinate, sized }: { readonly coordinate: string; readonly sized: Sized },
  ): { readonly size: number; readonly below: Sized } {
    const listSize = this.estimation.directives.listSizes.get(coordinate);
    const isList = isListType(getNullableType(field.type));
    if (!listSize) {
      if (!isList) return { size: 1, below: undefined };
      if (sized?.names.includes(field.name)) return { size: sized.size, below: undefined };
      const { variables, defaultListSize } = this.estimation;
      return { size: lengthGiven(node, field, variables) ?? defaultListSize, below: undefined };
    }
    const slices = listSize.slicingArguments.flatMap(
      (name) => numberOf(node, field, { name, ...this.estimation }) ?? [],
    );
    const expected =
      slices.length > 0 ? Math.max(...slices) : (listSize.assumedSize ?? this.estimation.defaultListSize);
    if (listSize.sizedFields.length === 0) return { size: isList ? expected : 1, below: undefined };
    return {
      size: isList ? this.estimation.defaultListSize : 1,
      below: { names: listSize.sizedFields, size: expected },
    };
  }
}
