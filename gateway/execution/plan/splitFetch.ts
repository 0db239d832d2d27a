import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  visit,
} from 'graphql';
import type { Joins } from '../../supergraph/joins';
import { parseFetch } from './fetchOperation';
import type { FetchNode } from './planNodes';
import type { RequiredField } from './requiredArguments';

type Requires = NonNullable<FetchNode['requires']>;
type Required = ReadonlyMap<string, RequiredField>;

/** A field of the planner's own that is passed along, and its place in a representation. */
interface Passed {
  readonly place: string;
  readonly name: string;
}

/**
 * Splits a fetch of entities whose fields cannot be asked for together. Each part asks for fields that can be:
 * - a representation would have to say one field twice: `price` in one currency for a field that is asked for, and in
 *   another one for the next;
 * - the subgraph knows an interface as an object, and a type of which one field is asked for would have to pass along what
 *   another field requires, of another type: the planner has not fetched that of it.
 */
export function splitFetch(fetch: FetchNode, joins: Joins, required: Required): readonly FetchNode[] {
  return splitByRequired(fetch, joins).flatMap((part) => splitByPlaces(part, joins, required));
}

/** The names of what fields of an interface require, by their names together. */
function splitByRequired(fetch: FetchNode, joins: Joins): readonly FetchNode[] {
  const { requires = [], serviceName } = fetch;
  if (requires.length < 2) return [fetch];
  const definition = parseFetch(fetch);
  const groups = new Map<string, { readonly needs: readonly string[]; readonly fields: Set<FieldNode> }>();
  const interfaces = new Set<string>();
  for (const { type, node } of entityFields(definition)) {
    const needs = (joins.requiresOfInterface(serviceName, type, node.name.value) ?? []).map(
      ({ name }) => name.value,
    );
    if (needs.length > 0) interfaces.add(type);
    const key = [...needs].sort().join(' ');
    const group = groups.get(key) ?? { needs, fields: new Set() };
    groups.set(key, group);
    group.fields.add(node);
  }
  if (groups.size < 2) return [fetch];
  const needed = new Set([...groups.values()].flatMap(({ needs }) => needs));
  return [...groups.values()].map(({ needs, fields }) => {
    const others = new Set([...needed].filter((name) => !needs.includes(name)));
    const part = requires.flatMap((selection): Requires => {
      if (selection.kind === 'Field' || !interfaces.has(selection.typeCondition ?? '')) return [selection];
      const selections = selection.selections.filter((inner) => !('name' in inner && others.has(inner.name)));
      return [{ ...selection, selections }];
    });
    return partOf(fetch, definition, { fields, requires: part });
  });
}

function splitByPlaces(fetch: FetchNode, joins: Joins, required: Required): readonly FetchNode[] {
  const { requires } = fetch;
  if (!requires || fit(passedWith(requires, required))) return [fetch];
  const definition = parseFetch(fetch);
  const groups: { passed: readonly Passed[]; fields: Set<FieldNode> }[] = [];
  for (const { type, node } of entityFields(definition)) {
    const needs = passedFor(joins.requires(fetch.serviceName, type, node.name.value) ?? [], required);
    const group = groups.find(({ passed }) => fit([...passed, ...needs]));
    if (group) {
      group.passed = [...group.passed, ...needs];
      group.fields.add(node);
    } else groups.push({ passed: needs, fields: new Set([node]) });
  }
  return groups.map(({ passed, fields }) => {
    const names = new Set(passed.map(({ name }) => name));
    return partOf(fetch, definition, { fields, requires: withPassed(requires, names, required) });
  });
}

interface Part {
  readonly fields: ReadonlySet<FieldNode>;
  readonly requires: Requires;
}

/** The fetch of these fields only, which passes these along. */
function partOf(
  fetch: FetchNode,
  definition: OperationDefinitionNode,
  { fields, requires }: Part,
): FetchNode {
  const operation = withFields(definition, fields);
  const variables = variablesOf(operation);
  const { operationDocumentNode: _whole, ...rest } = fetch;
  return {
    ...rest,
    requires,
    operation: print({
      ...operation,
      variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) =>
        variables.has(variable.name.value),
      ),
    }),
    variableUsages: (fetch.variableUsages ?? []).filter((name) => variables.has(name)),
  };
}

/** Tells if no place occurs twice. */
function fit(passed: readonly Passed[]): boolean {
  const known = new Map<string, string>();
  return passed.every(({ place, name }) => {
    const before = known.get(place) ?? name;
    known.set(place, before);
    return before === name;
  });
}

/** Returns the fields that are passed along with a whole fetch. */
function passedWith(requires: Requires, required: Required, within = ''): readonly Passed[] {
  return requires.flatMap((selection) => {
    if (selection.kind === 'InlineFragment') return passedWith(selection.selections, required, within);
    const { name, selections = [] } = selection;
    const place = `${within}.${required.get(name)?.field ?? name}`;
    return [...(required.has(name) ? [{ place, name }] : []), ...passedWith(selections, required, place)];
  });
}

/** Returns the fields that a field requires. */
function passedFor(nodes: readonly SelectionNode[], required: Required, within = ''): readonly Passed[] {
  return nodes.flatMap((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    const inner = node.selectionSet?.selections ?? [];
    if (node.kind === Kind.INLINE_FRAGMENT) return passedFor(inner, required, within);
    const name = node.name.value;
    const place = `${within}.${required.get(name)?.field ?? name}`;
    return [...(required.has(name) ? [{ place, name }] : []), ...passedFor(inner, required, place)];
  });
}

/** A representation without the planner's own fields but these. */
function withPassed(requires: Requires, names: ReadonlySet<string>, required: Required): Requires {
  return requires.flatMap((selection): Requires => {
    if (selection.kind === 'Field' && required.has(selection.name) && !names.has(selection.name)) return [];
    if (!selection.selections) return [selection];
    const selections = withPassed(selection.selections, names, required);
    return selections.length > 0 ? [{ ...selection, selections }] : [];
  });
}

/** The fields that an operation asks for of entities, with the type that it asks them of. */
function entityFields({ selectionSet }: OperationDefinitionNode) {
  return selectionSet.selections.flatMap((entities) =>
    entities.kind === Kind.FIELD ? fieldsWithin(entities.selectionSet?.selections ?? [], '') : [],
  );
}

function fieldsWithin(
  selections: readonly SelectionNode[],
  type: string,
): readonly { readonly type: string; readonly node: FieldNode }[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [{ type, node }];
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    return fieldsWithin(node.selectionSet.selections, node.typeCondition?.name.value ?? type);
  });
}

/** An operation that asks for these fields of entities only. */
function withFields(
  operation: OperationDefinitionNode,
  fields: ReadonlySet<FieldNode>,
): OperationDefinitionNode {
  const left = (selections: readonly SelectionNode[]): readonly SelectionNode[] =>
    selections.flatMap((node): readonly SelectionNode[] => {
      if (node.kind === Kind.FIELD) return fields.has(node) ? [node] : [];
      if (node.kind === Kind.FRAGMENT_SPREAD) return [node];
      const inner = left(node.selectionSet.selections);
      return inner.length > 0 ? [{ ...node, selectionSet: { ...node.selectionSet, selections: inner } }] : [];
    });
  const selections = operation.selectionSet.selections.map((node) =>
    node.kind === Kind.FIELD && node.selectionSet
      ? { ...node, selectionSet: { ...node.selectionSet, selections: left(node.selectionSet.selections) } }
      : node,
  );
  return { ...operation, selectionSet: { ...operation.selectionSet, selections } };
}

function variablesOf(operation: OperationDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(operation, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void names.add(name.value),
  });
  return names;
}
