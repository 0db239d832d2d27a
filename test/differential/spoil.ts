import {
  type DocumentNode,
  type ExecutionResult,
  getNamedType,
  getNullableType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fault } from './faults';

type Data = Record<string, unknown>;

/** The text of an answer once the subgraph's faults have had their way with it. */
export function spoil(
  result: ExecutionResult,
  document: DocumentNode,
  schema: GraphQLSchema,
  subgraph: string,
  faults: readonly Fault[],
): string {
  const answer: { data: Data | null; errors?: object[] } = JSON.parse(
    JSON.stringify({ data: null, ...result }),
  );
  for (const fault of faults) {
    if ('field' in fault) {
      if (answer.data) spoilFields(answer.data, document, schema, fault);
      continue;
    }
    if (fault.subgraph !== subgraph) continue;
    if (fault.kind === 'no data') return '{"data":null}';
    if (fault.kind === 'answer') return fault.text;
    const error = { message: 'made to fail', extensions: { code: 'COVERAGE_GAP' } };
    if (fault.kind === 'error alone') return JSON.stringify({ errors: [error] });
    if (fault.kind === 'stray error')
      answer.errors = [...(answer.errors ?? []), { ...error, ...(fault.path ? { path: fault.path } : {}) }];
    if (fault.kind === 'wrong length') changeLengths(answer.data ?? {}, document, fault.by);
  }
  return JSON.stringify(answer);
}

/** Entity calls may be several in one, each under a name of its own. */
function changeLengths(data: Data, document: DocumentNode, by: -1 | 1): void {
  for (const node of operationOf(document).selectionSet.selections) {
    if (node.kind !== Kind.FIELD || node.name.value !== '_entities') continue;
    const entities = data[(node.alias ?? node.name).value];
    if (!Array.isArray(entities)) continue;
    if (by < 0) entities.pop();
    else entities.push(null);
  }
}

function spoilFields(
  data: Data,
  document: DocumentNode,
  schema: GraphQLSchema,
  fault: Fault & { field: string },
): void {
  const visit = (value: unknown, { selections }: SelectionSetNode): void => {
    if (Array.isArray(value))
      return value.forEach((inner) => visit(inner, { kind: Kind.SELECTION_SET, selections }));
    if (typeof value !== 'object' || value === null) return;
    const holder = value as Data;
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) visit(value, node.selectionSet);
      if (node.kind === Kind.FRAGMENT_SPREAD) visit(value, fragment(document, node.name.value));
      if (node.kind !== Kind.FIELD) continue;
      const key = (node.alias ?? node.name).value;
      if (!Object.hasOwn(holder, key)) continue;
      if (node.name.value !== fault.field) {
        if (node.selectionSet) visit(holder[key], node.selectionSet);
      } else if (fault.kind === 'left out') Reflect.deleteProperty(holder, key);
      else if (fault.kind === 'wrong type')
        holder[key] = wrongValue(schema, fault.field, fault.choice) ?? holder[key];
    }
  };
  visit(data, operationOf(document).selectionSet);
}

/** A value that no field of this name can have; undefined where any value will do. */
function wrongValue(schema: GraphQLSchema, field: string, choice: number): unknown {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const definition = type.getFields()[field];
    if (!definition) continue;
    const named = getNamedType(definition.type);
    if (named.name === 'Json') return undefined;
    const isList = isListType(getNullableType(definition.type));
    if (isList) return ['text', 7, {}, true][choice];
    return isLeafType(named) ? [{}, [[]], { x: 1 }, [null]][choice] : ['text', 7, [], [{}]][choice];
  }
  return undefined;
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const found = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!found) throw new Error('a document without an operation');
  return found;
}

function fragment({ definitions }: DocumentNode, name: string): SelectionSetNode {
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name)
      return definition.selectionSet;
  return { kind: Kind.SELECTION_SET, selections: [] };
}
