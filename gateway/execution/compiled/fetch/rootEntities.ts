import {
  getNamedType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
} from 'graphql';
import { responseName } from '../../call/answerSelection';
import type { FetchNode } from '../../plan/planNodes';
import type { AskingFetch } from './coveredCalls';

/** Objects of one type in the answer to a call for root fields, and the fields that it asks for of them. */
export interface RootEntities {
  readonly subgraph: string;
  /** Names of the answer; lists between them are gone through. */
  readonly path: readonly string[];
  /** As `Type field(arguments){…}`. */
  readonly texts: ReadonlySet<string>;
}

/** Reads which objects a call for root fields asks for, at any depth. */
export function rootEntities(
  subgraph: string,
  { operation, selectionSet }: OperationDefinitionNode,
  schema: GraphQLSchema,
): readonly RootEntities[] {
  const found: RootEntities[] = [];
  const read = (set: SelectionSetNode, typename: string, path: readonly string[]): void => {
    const type = schema.getType(typename);
    if (!isObjectType(type)) return;
    const texts = new Set<string>();
    for (const node of set.selections) {
      // Fragments and repeated fields are not analysed: such a field is fetched again.
      if (node.kind !== Kind.FIELD) continue;
      texts.add(`${typename} ${print(node)}`);
      const field = type.getFields()[node.name.value];
      if (field && node.selectionSet)
        read(node.selectionSet, getNamedType(field.type).name, [...path, responseName(node)]);
    }
    if (path.length > 0) found.push({ subgraph, path, texts });
  };
  const root = schema.getRootType(operation);
  if (root) read(selectionSet, root.name, []);
  return found;
}

/** Tells if a call for root fields asks for all of a fetch's fields of entities, and for their key fields. */
export function givesAll(root: RootEntities, { fetch, texts }: AskingFetch): boolean {
  if (root.subgraph !== fetch.serviceName || fetch.inputRewrites || texts.size === 0) return false;
  const keys = keyTexts(fetch);
  return keys !== undefined && [...keys, ...texts].every((text) => root.texts.has(text));
}

/** Returns the key fields of a fetch, as in `texts`; undefined where they are not plain fields of one type. */
function keyTexts({ requires = [] }: FetchNode): readonly string[] | undefined {
  const [fragment] = requires;
  if (requires.length !== 1 || fragment?.kind !== 'InlineFragment') return undefined;
  const { typeCondition, selections } = fragment;
  const texts: string[] = [];
  for (const selection of selections) {
    if (selection.kind !== 'Field' || selection.alias !== undefined || selection.selections) return undefined;
    texts.push(`${typeCondition} ${selection.name}`);
  }
  return texts;
}

/** Collects the objects at a path of an answer. */
export function objectsAt(value: unknown, path: readonly string[], depth = 0): object[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((element) => objectsAt(element, path, depth));
  const name = path[depth];
  if (name === undefined) return [value];
  return Object.hasOwn(value, name)
    ? objectsAt((value as Readonly<Record<string, unknown>>)[name], path, depth + 1)
    : [];
}
