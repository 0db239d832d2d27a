import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { FetchNode } from '../plan/planNodes';

/** A field that a call to a subgraph asks for. */
export interface AnswerField {
  /** Its name in the subgraph's answer. */
  readonly from: string;
  /** Its name in the gateway's data: the planner renames fields of one name that differ (`__alias_0`) for the call only. */
  readonly key: string;
  /** True where an object without it inherits something under its name. */
  readonly inherited: boolean;
  readonly selection: AnswerSelection | undefined;
  /** Set where equal objects of the answers become one object of the gateway's data. */
  readonly place?: SharedPlace | undefined;
}

/** A place of the gateway's data: only one fetch brings its objects, and later fetches add fields to them. */
export interface SharedPlace {
  /** Its number in the plan. */
  readonly index: number;
  /** The fields of the answer by which equal objects are found. */
  readonly by: readonly string[];
}

/** Returns the value that an object of an answer itself has for a field. */
export const ownValue = (
  answer: Readonly<Record<string, unknown>>,
  { from, inherited }: AnswerField,
): unknown => (inherited && !Object.hasOwn(answer, from) ? undefined : answer[from]);

/** The selection of a call in one object, of any type: the names in an answer differ where types do. */
export interface AnswerSelection {
  readonly fields: readonly AnswerField[];
}

/** The names under which an object that was read from JSON inherits something. */
const inheritedNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

type Rewrites = FetchNode['outputRewrites'];

/** Reads what a selection of a call asks for, with the names that the plan gives it back (`outputRewrites`). */
export function readSelection(selectionSet: SelectionSetNode, rewrites?: Rewrites): AnswerSelection {
  const renames = (rewrites ?? []).map((rewrite) => {
    if (rewrite.kind !== 'KeyRenamer') throw new Error(`the plan rewrites answers by ${rewrite.kind}`);
    return { path: rewrite.path.filter((step) => !step.startsWith('... on ')), to: rewrite.renameKeyTo };
  });
  return read([selectionSet], renames);
}

interface Rename {
  readonly path: readonly string[];
  readonly to: string;
}

function read(sets: readonly SelectionSetNode[], renames: readonly Rename[]): AnswerSelection {
  const within = new Map<string, SelectionSetNode[]>();
  sets.forEach((set) => collect(set, within));
  const fields = [...within].map(([from, inner]): AnswerField => {
    const key = renames.find(({ path }) => path.length === 1 && path[0] === from)?.to ?? from;
    const below = renames
      .filter(({ path }) => path.length > 1 && (path[0] === from || path[0] === key))
      .map(({ path, to }) => ({ path: path.slice(1), to }));
    const selection = inner.length > 0 ? read(inner, below) : undefined;
    return { from, key, inherited: inheritedNames.has(from), selection };
  });
  return { fields };
}

function collect({ selections }: SelectionSetNode, into: Map<string, SelectionSetNode[]>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('a call in the plan names a fragment');
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, into);
      continue;
    }
    const name = responseName(selection);
    const known = into.get(name) ?? [];
    if (selection.selectionSet) known.push(selection.selectionSet);
    into.set(name, known);
  }
}

export const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** The same where fields of an answer are not asked for, since another one is equal: they are taken from that one. */
export function takenFrom(selection: AnswerSelection, sameAs: ReadonlyMap<string, string>): AnswerSelection {
  if (sameAs.size === 0) return selection;
  const fields = selection.fields.map((field) => {
    const from = sameAs.get(field.from) ?? field.from;
    return { ...field, from, inherited: inheritedNames.has(from) };
  });
  return { fields };
}
