import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { ForbiddenFields } from '../execution/forbiddenFields';
import type { AllowedOperation } from '../execution/planExecutor';
import type { DeniedFields } from '../graph/documentStore';
import { digest, type Graph } from '../graph/graph';
import { type Grant, grantsText } from '../../shared/identity/grantSets';
import { missingGrants } from '../supergraph/requirements';
import { isIncluded, withoutConditions } from '../execution/plan/conditions';

/** The part of an operation that the caller may see. */
export interface Removal {
  /** The part that may be planned and fetched, or undefined where nothing of it is left. */
  readonly allowed: AllowedOperation | undefined;
  /** The fields that were removed. */
  readonly forbidden: ForbiddenFields;
  /** Each field that the caller may not have, as `Type.field`, with its missing grants. */
  readonly denied: DeniedFields;
  /** The one of them for which nothing is answered: one at the root that is a list or cannot be null. */
  readonly rejectedField: string | undefined;
}

/**
 * The treatment of fields that the caller may not have. They are removed, the whole operation is rejected, or
 * they are answered all the same, and logged.
 */
export const authorizationModes = ['filter', 'reject', 'dry-run'] as const;

export type AuthorizationMode = (typeof authorizationModes)[number];

export interface Asked {
  readonly graph: Graph;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly grants: ReadonlySet<Grant>;
  readonly mode: AuthorizationMode;
  /** Coerced: they decide `@skip` and `@include`. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Removes the fields that grants do not allow, and with them fragments and variables that are then left over.
 * A field whose every selection is removed gets `__typename`, so that it is still null where it is null.
 *
 * Introspection is answered only from the schema, and so never sent. `@skip` and `@include` are decided here
 * too: the planner lets a skipped field take along its neighbours (apollographql/federation, issue 3317).
 */
export function removeForbidden(asked: Asked): Removal {
  const filter = new Filter(asked);
  const type = asked.graph.schema.getRootType(asked.operation.operation);
  const selectionSet = type ? filter.select(asked.operation.selectionSet, type) : undefined;
  const { forbidden, denied, rejectedField } = filter;
  if (!selectionSet?.selections.some((node) => !isTypename(node)))
    return { allowed: undefined, forbidden, denied, rejectedField };
  const kept = [...filter.fragments.values()].filter((fragment) => fragment !== undefined);
  const isMutation = asked.operation.operation === OperationTypeNode.MUTATION;
  const root = isMutation ? inlineFragments(selectionSet, filter.fragments) : selectionSet;
  const document = withoutUnused({ ...asked.operation, selectionSet: root }, kept);
  return { allowed: { document, hash: digest(print(document)) }, forbidden, denied, rejectedField };
}

/** A list or a page of one: null in its place would read as "none", so it is rejected aloud. */
function isListing(type: GraphQLOutputType): boolean {
  const kind = getNullableType(type);
  return isListType(kind) || (isObjectType(kind) && 'pageInfo' in kind.getFields());
}

const isTypename = (node: SelectionNode) => node.kind === Kind.FIELD && node.name.value === '__typename';

class Filter {
  readonly forbidden = new Map<FieldNode, string | undefined>();
  readonly denied = new Map<string, string>();
  /** A denied field for which the whole operation is rejected, as `Type.field`. */
  rejectedField: string | undefined;
  /** By name: what is left of each fragment that was met, or undefined. */
  readonly fragments = new Map<string, FragmentDefinitionNode | undefined>();

  constructor(private readonly asked: Asked) {}

  /** Returns the rest of a selection, or undefined where nothing is left. */
  select({ selections }: SelectionSetNode, parent: GraphQLNamedType): SelectionSetNode | undefined {
    const left = selections.flatMap((node): readonly SelectionNode[] => {
      if (!isIncluded(node, this.asked.variables)) return [];
      if (node.kind === Kind.FIELD) return this.field(withoutConditions(node), node, parent);
      if (node.kind === Kind.FRAGMENT_SPREAD)
        return this.fragment(node.name.value) ? [withoutConditions(node)] : [];
      const type = node.typeCondition ? this.type(node.typeCondition.name.value) : parent;
      const selectionSet = this.select(node.selectionSet, type);
      return selectionSet ? [{ ...withoutConditions(node), selectionSet }] : [];
    });
    return left.length > 0 ? { kind: Kind.SELECTION_SET, selections: left } : undefined;
  }

  private field(node: FieldNode, written: FieldNode, parent: GraphQLNamedType): readonly FieldNode[] {
    const name = node.name.value;
    if (name === '__typename') return [node];
    if (name.startsWith('__')) return [];
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) throw new Error(`a validated document asks for ${parent.name}.${name}, which there is not`);
    const { graph, grants, mode } = this.asked;
    const missing = missingGrants(graph.requirements, grants, parent, { node, field });
    if (missing.length > 0) {
      this.deny(written, parent, { field, missing: grantsText(missing) });
      if (mode !== 'dry-run') return [];
    }
    if (!node.selectionSet) return [node];
    const left = this.select(node.selectionSet, getNamedType(field.type));
    return [{ ...node, selectionSet: left ?? { kind: Kind.SELECTION_SET, selections: [typename] } }];
  }

  private deny(
    node: FieldNode,
    parent: GraphQLNamedType,
    { field, missing }: { readonly field: GraphQLField<unknown, unknown>; readonly missing: string },
  ): void {
    const { graph, operation, mode } = this.asked;
    const coordinate = `${parent.name}.${field.name}`;
    const isRoot = parent === graph.schema.getRootType(operation.operation);
    const isAct = isRoot && operation.operation === OperationTypeNode.MUTATION;
    this.denied.set(coordinate, missing);
    if (mode === 'dry-run') return;
    this.forbidden.set(node, isAct ? missing : undefined);
    const cannotBeNull = isRoot && (isNonNullType(field.type) || isListing(field.type));
    if (cannotBeNull || mode === 'reject') this.rejectedField ??= coordinate;
  }

  private fragment(name: string): FragmentDefinitionNode | undefined {
    if (this.fragments.has(name)) return this.fragments.get(name);
    const whole = this.asked.fragments.get(name);
    const type = whole && this.type(whole.typeCondition.name.value);
    const selectionSet = whole && type ? this.select(whole.selectionSet, type) : undefined;
    const left = whole && selectionSet ? { ...whole, selectionSet } : undefined;
    this.fragments.set(name, left);
    return left;
  }

  private type(name: string): GraphQLNamedType {
    const type = this.asked.graph.schema.getType(name);
    if (!type) throw new Error(`a validated document names the type ${name}, which there is not`);
    return type;
  }
}

/** Replaces fragments by their fields, each fragment once: the planner changes the order of mutations in fragments. */
function inlineFragments(
  { kind, selections }: SelectionSetNode,
  fragments: Filter['fragments'],
  met = new Set<string>(),
): SelectionSetNode {
  const inlined = selections.flatMap((node): readonly SelectionNode[] => {
    if (node.kind === Kind.FIELD) return [node];
    if (node.kind === Kind.INLINE_FRAGMENT)
      return inlineFragments(node.selectionSet, fragments, met).selections;
    const name = node.name.value;
    const fragment = met.has(name) ? undefined : fragments.get(name);
    met.add(name);
    return fragment ? inlineFragments(fragment.selectionSet, fragments, met).selections : [];
  });
  return { kind, selections: inlined };
}

/** Fragments that were met below a field that stayed, and variables that are still used. */
function withoutUnused(
  operation: OperationDefinitionNode,
  met: readonly FragmentDefinitionNode[],
): DocumentNode {
  const byName = new Map(met.map((fragment) => [fragment.name.value, fragment]));
  const used = new Set<string>();
  const variables = new Set<string>();
  const read = (node: SelectionSetNode | OperationDefinitionNode): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread: ({ name }) => {
        const fragment = byName.get(name.value);
        if (!fragment || used.has(name.value)) return;
        used.add(name.value);
        read(fragment.selectionSet);
      },
    });
  };
  read(operation);
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  const left: OperationDefinitionNode = {
    ...operation,
    ...(variableDefinitions ? { variableDefinitions } : {}),
  };
  return { kind: Kind.DOCUMENT, definitions: [left, ...met.filter(({ name }) => used.has(name.value))] };
}
