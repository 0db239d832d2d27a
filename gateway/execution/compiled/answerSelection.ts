import type { FetchNode } from '../plan/planNodes';
import { Kind, type SelectionSetNode } from 'graphql';
import type { Data, Path } from '../call/unavailableValue';

/** A field that a call to a subgraph asks for. */
export interface AnswerField {
  /** Its name in the subgraph's answer. */
  readonly from: string;
  /** Its name in the gateway's data: the planner renames fields of one name that differ (`__alias_0`) for the call only. */
  readonly key: string;
  readonly selection: AnswerSelection | undefined;
}

/** What a call asks for of one object, whatever its type: the names in an answer differ where types do. */
export interface AnswerSelection {
  readonly fields: readonly AnswerField[];
  /** Whether a field of it, or further within, has another name in the answer. */
  readonly renames: boolean;
}

type Rewrites = FetchNode['outputRewrites'];

/** Reads what a selection of a call asks for, with the names that the plan gives it back (`outputRewrites`). */
export function readSelection(selectionSet: SelectionSetNode, rewrites: Rewrites): AnswerSelection {
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
    return { from, key, selection: inner.length > 0 ? read(inner, below) : undefined };
  });
  const renamed = fields.some(({ from, key, selection }) => from !== key || selection?.renames);
  return { fields, renames: renamed };
}

function collect({ selections }: SelectionSetNode, into: Map<string, SelectionSetNode[]>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('a call in the plan names a fragment');
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, into);
      continue;
    }
    const name = (selection.alias ?? selection.name).value;
    const known = into.get(name) ?? [];
    if (selection.selectionSet) known.push(selection.selectionSet);
    into.set(name, known);
  }
}

/** Gives the fields of an answer, or of a list of them, the names that they have in the gateway's data. In place. */
export function renameKeys(value: unknown, { fields, renames }: AnswerSelection): void {
  if (!renames || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const element of value) renameKeys(element, { fields, renames });
    return;
  }
  const holder = value as Data;
  for (const { from, key, selection } of fields) {
    if (!Object.hasOwn(holder, from)) continue;
    const inner = holder[from];
    if (selection) renameKeys(inner, selection);
    if (from === key) continue;
    Reflect.deleteProperty(holder, from);
    holder[key] = inner;
  }
}

/** The same for a path of an answer, from this selection's object on. */
export function renamePath(path: Path, selection: AnswerSelection): Path {
  let here: AnswerSelection | undefined = selection;
  return path.map((step) => {
    if (typeof step === 'number') return step;
    const field: AnswerField | undefined = here?.fields.find(({ from }) => from === step);
    here = field?.selection;
    return field?.key ?? step;
  });
}
