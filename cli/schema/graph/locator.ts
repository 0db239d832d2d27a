import { type ASTNode, isTypeDefinitionNode, isTypeExtensionNode, parse, print, Source } from 'graphql';
import type { Location } from '../finding/finding';
import type { GraphSource } from '../input/graphSource';

/** One place where an element is defined. */
interface Definition {
  readonly subgraph: string;
  readonly location: Location;
  readonly text: string;
}

type Index = ReadonlyMap<string, readonly Definition[]>;

/** Finds where a change of an element stands in the files of the head. */
export interface Locator {
  /** By coordinate; null where no file has it or had it. */
  find(coordinate: string | null): Location | null;
}

/**
 * Returns the locator of changed elements. A changed element is placed where its definition differs from the
 * base's. A removed one is placed at its parent in the file that had it, else at the top of that file.
 */
export function createLocator(base: GraphSource, head: GraphSource): Locator {
  const before = indexOf(base);
  const after = indexOf(head);
  const files = new Map(filesOf(head));
  return {
    find(coordinate) {
      if (coordinate === null) return null;
      const old = before.get(coordinate) ?? [];
      const now = after.get(coordinate) ?? [];
      const changed = now.find(
        ({ subgraph, text }) => !old.some((one) => one.subgraph === subgraph && one.text === text),
      );
      const gone = old.find(({ subgraph }) => !now.some((one) => one.subgraph === subgraph));
      if (changed) return changed.location;
      if (gone) return placeOfRemoved(coordinate, gone);
      return now[0]?.location ?? null;
    },
  };

  function placeOfRemoved(coordinate: string, { subgraph, location }: Definition): Location {
    for (let parent = parentOf(coordinate); parent !== undefined; parent = parentOf(parent)) {
      const found = after.get(parent)?.find((one) => one.subgraph === subgraph);
      if (found) return found.location;
    }
    const file = files.get(subgraph);
    return file === undefined ? location : { file, line: 1, column: 1 };
  }
}

function parentOf(coordinate: string): string | undefined {
  if (coordinate.endsWith(')')) return coordinate.slice(0, coordinate.indexOf('('));
  const dot = coordinate.indexOf('.');
  return dot < 0 ? undefined : coordinate.slice(0, dot);
}

function filesOf(source: GraphSource): readonly (readonly [string, string])[] {
  if (source.kind === 'supergraph') return [['', source.file]];
  return source.subgraphs.map(({ name, file }) => [name, file] as const);
}

function indexOf(source: GraphSource): Index {
  const index = new Map<string, Definition[]>();
  const sdls =
    source.kind === 'supergraph' ? [{ name: '', file: source.file, sdl: source.sdl }] : source.subgraphs;
  for (const { name, file, sdl } of sdls) {
    const add = (coordinate: string, node: ASTNode) => {
      const { line = 1, column = 1 } = node.loc ? placeOfName(node) : {};
      const definition = { subgraph: name, location: { file, line, column }, text: print(node) };
      index.set(coordinate, [...(index.get(coordinate) ?? []), definition]);
    };
    addDefinitions(sdl, file, add);
  }
  return index;
}

/** Returns the offset of the name of a definition, below its description. */
function placeOfName(node: ASTNode): { line: number; column: number } {
  const named = 'name' in node ? (node.name as ASTNode | undefined) : undefined;
  const token = named?.loc?.startToken ?? node.loc?.startToken;
  return { line: token?.line ?? 1, column: token?.column ?? 1 };
}

function addDefinitions(sdl: string, file: string, add: (coordinate: string, node: ASTNode) => void): void {
  for (const definition of parseOrNothing(sdl, file)) {
    if (!isTypeDefinitionNode(definition) && !isTypeExtensionNode(definition)) continue;
    const type = definition.name.value;
    add(type, definition);
    if ('values' in definition)
      for (const value of definition.values ?? []) add(`${type}.${value.name.value}`, value);
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${type}.${field.name.value}`;
      add(coordinate, field);
      if ('arguments' in field)
        for (const argument of field.arguments ?? []) add(`${coordinate}(${argument.name.value}:)`, argument);
    }
  }
}

function parseOrNothing(sdl: string, file: string) {
  try {
    return parse(new Source(sdl, file)).definitions;
  } catch {
    // A subgraph with a syntax error has its own finding.
    return [];
  }
}
