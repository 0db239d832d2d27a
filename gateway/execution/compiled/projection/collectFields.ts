import { type FieldNode, Kind, type NamedTypeNode, type SelectionSetNode } from 'graphql';
import { responseName } from '../../call/answerSelection';
import type { Projected } from './projected';

/** Tells if a fragment applies to an object; undefined where that depends on an unknown type. */
export type Applies = (condition: string) => boolean | undefined;

/** The fields that a selection asks of an object, by the client's names and in the client's order. */
export interface CollectedFields {
  readonly fields: ReadonlyMap<string, readonly FieldNode[]>;
  /** True where a fragment applies or not by an unknown type. */
  readonly undecided: boolean;
}

/** Collects fields as the specification says (section 6.3.2): those of one name are one. */
export function collectFields(
  sets: readonly SelectionSetNode[],
  applies: Applies,
  { fragments, isIncluded }: Pick<Projected, 'fragments' | 'isIncluded'>,
): CollectedFields {
  const fields = new Map<string, FieldNode[]>();
  const met = new Set<string>();
  let undecided = false;

  const collectWithin = (set: SelectionSetNode, condition: NamedTypeNode | undefined): void => {
    const applied = condition ? applies(condition.name.value) : true;
    if (applied === undefined) undecided ||= asksAnything(set);
    else if (applied) collect(set);
  };
  /** The planner asks for no type on account of a fragment whose fields are all left out. */
  const asksAnything = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (!isIncluded(selection)) return false;
      if (selection.kind === Kind.FIELD) return true;
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return inner !== undefined && asksAnything(inner.selectionSet);
    });
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = responseName(selection);
        const known = fields.get(name);
        if (known) known.push(selection);
        else fields.set(name, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collectWithin(selection.selectionSet, selection.typeCondition);
      } else if (!met.has(selection.name.value)) {
        met.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) collectWithin(fragment.selectionSet, fragment.typeCondition);
      }
    }
  };
  sets.forEach(collect);
  return { fields, undecided };
}
