import type { Asked } from './answers';
import type { Difference } from './judge';
import type { OpenGraph } from './openGraph';

/**
 * The known errors of the planner or the stock executor (2.14.4); docs/concepts/differential-test.md
 * describes each.
 */
export type KnownKind =
  | 'the planner refuses'
  | 'arguments of a required field'
  | 'value of another type'
  | 'required value of another type'
  | 'interface object without a type'
  | 'lists of lists that are required'
  | 'alias that is the name of a field'
  | 'field of fragments that never apply'
  | 'requirement that comes too late'
  | 'not known';

/** The errors that the compiled executor shares: it has the same planner. */
export const sharedKinds: ReadonlySet<KnownKind> = new Set(['the planner refuses']);

/** The kind of a difference: a guess by what is in play, but for the first. */
export function kindOf(
  { model }: OpenGraph,
  { query, faults }: Asked,
  { what, actual }: Difference,
): KnownKind {
  if (
    /We should have an edge from|Cannot add fragment of condition|Too many options|QUERY_TOO_LARGE/.test(
      actual.errors[0] ?? '',
    )
  )
    return 'the planner refuses';
  const requires = [...model.requires.values()];
  const spoilt = faults.flatMap((fault) => (fault.kind === 'wrong type' ? [fault.field] : []));
  if (requires.some((fields) => spoilt.some((name) => new RegExp(`\\b${name}\\b`).test(fields))))
    return 'required value of another type';
  const asks = (name: string) => new RegExp(`\\b${name}\\b`).test(query);
  if (
    requires.some((fields) =>
      [...fields.matchAll(/\b((?:f\d|\w*[a-z][A-Z])\w*|constructor|length|then|prototype)\b/g)].some(
        ([, name = '']) => asks(name),
      ),
    )
  )
    return 'arguments of a required field';
  if (faults.some(({ kind }) => kind === 'wrong type')) return 'value of another type';
  if (/INTERNAL_SERVER_ERROR|is not a function/.test(what)) return 'interface object without a type';
  if (requires.some((fields) => fields.includes('{'))) return 'lists of lists that are required';
  return /\b(constructor|toString|valueOf|hasOwnProperty|length|then|prototype|id): /.test(query)
    ? 'alias that is the name of a field'
    : /INCOMPLETE_ANSWER/.test(what)
      ? 'field of fragments that never apply'
      : [...model.requires.keys()].some(asks)
        ? 'requirement that comes too late'
        : 'not known';
}
