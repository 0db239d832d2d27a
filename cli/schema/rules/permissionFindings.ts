import { type GraphQLSchema, isObjectType } from 'graphql';
import { readElements } from '../../../gateway/supergraph/elements';
import type { CheckedGraph } from '../composeGraph';
import type { FindingDraft } from '../finding';
import { effectiveProtections, implies, type Protection, protectionText } from './protection';
import { reachProtections } from './reach';

/** An element that asks more of a caller than it did. */
export interface Strengthened {
  readonly coordinate: string;
  readonly now: Protection;
  readonly message: string;
}

export interface PermissionDiff {
  readonly findings: readonly FindingDraft[];
  /** For the clients whose stored operations decide how grave it is. */
  readonly strengthened: readonly Strengthened[];
}

type Protections = ReadonlyMap<string, Protection>;

/** What may be asked with fewer rights than before, on the composed graph with its inaccessible elements. */
export function permissionDiff(base: CheckedGraph, head: CheckedGraph): PermissionDiff {
  const before = effectiveProtections(base.document, base.fullSchema);
  const after = effectiveProtections(head.document, head.fullSchema);
  const weakened: FindingDraft[] = [];
  const strengthened: Strengthened[] = [];
  for (const [coordinate, old] of before) {
    const now = after.get(coordinate);
    if (!now) continue;
    const change = `${protectionText(old)} was required, now ${protectionText(now)}`;
    if (!implies(now, old))
      weakened.push(blocked('PROTECTION_WEAKENED', coordinate, `${coordinate}: ${change}`));
    else if (!implies(old, now)) strengthened.push({ coordinate, now, message: `${coordinate}: ${change}` });
  }
  return {
    findings: [
      ...weakened,
      ...newRootFields(head.fullSchema, before, after),
      ...newFieldsOfProtectedTypes(base.fullSchema, before, after),
      ...revealed(base, head),
      ...reachedWithLess(base, head, { before, after }),
    ],
    strengthened,
  };
}

/** A root field that anybody may ask: whoever adds one forgot its scope. */
function newRootFields(
  schema: GraphQLSchema,
  before: Protections,
  after: Protections,
): readonly FindingDraft[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap((root) =>
    Object.keys(root?.getFields() ?? {}).flatMap((field) => {
      const coordinate = `${root?.name ?? ''}.${field}`;
      if (before.has(coordinate) || after.get(coordinate)?.length !== 0) return [];
      const message = `${coordinate} is new and asks for no authorisation: add @requiresScopes, @policy or @authenticated`;
      return [blocked('ROOT_FIELD_UNPROTECTED', coordinate, message)];
    }),
  );
}

/** A new field without protection on a type where every field had one. */
function newFieldsOfProtectedTypes(
  base: GraphQLSchema,
  before: Protections,
  after: Protections,
): readonly FindingDraft[] {
  const roots = [base.getQueryType(), base.getMutationType(), base.getSubscriptionType()];
  return Object.values(base.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || roots.includes(type) || type.name.includes('__')) return [];
    const old = Object.keys(type.getFields()).map((field) => before.get(`${type.name}.${field}`));
    if (old.length === 0 || !old.every((protection) => protection && protection.length > 0)) return [];
    return [...after].flatMap(([coordinate, protection]) => {
      const isField = coordinate.startsWith(`${type.name}.`) && !coordinate.endsWith(')');
      if (!isField || before.has(coordinate) || protection.length > 0) return [];
      const message = `${coordinate} is new and unprotected; every other field of ${type.name} is protected`;
      return [blocked('FIELD_OF_PROTECTED_TYPE_UNPROTECTED', coordinate, message)];
    });
  });
}

/** Elements that were hidden from clients and no longer are. */
function revealed(base: CheckedGraph, head: CheckedGraph): readonly FindingDraft[] {
  const before = hiddenIn(base);
  const after = hiddenIn(head);
  const elements = readElements(head.document);
  return [...before].flatMap((coordinate) => {
    const element = elements.get(coordinate);
    if (!element || after.has(coordinate)) return [];
    // A type that is shown again is one finding, not one for each of its fields.
    const { parent } = element;
    if (parent !== undefined && before.has(parent)) return [];
    return [
      blocked(
        'INACCESSIBLE_REMOVED',
        coordinate,
        `${coordinate} was @inaccessible and is now shown to clients`,
      ),
    ];
  });
}

function hiddenIn({ document }: CheckedGraph): ReadonlySet<string> {
  const elements = readElements(document);
  const hidden = new Set<string>();
  for (const { coordinate, parent, directives } of elements.values())
    if (
      directives.some(({ name }) => name === 'inaccessible') ||
      (parent !== undefined && hidden.has(parent))
    )
      hidden.add(coordinate);
  return hidden;
}

/** Types that some new path leads to with fewer rights than every path before. */
function reachedWithLess(
  base: CheckedGraph,
  head: CheckedGraph,
  { before, after }: { readonly before: Protections; readonly after: Protections },
): readonly FindingDraft[] {
  const was = reachProtections(base.apiSchema, before);
  const is = reachProtections(head.apiSchema, after);
  return [...was].flatMap(([type, old]) => {
    const now = is.get(type);
    if (!now || old.every((grants) => grants.size === 0)) return [];
    const wider = now.find((grants) => !old.some((one) => [...one].every((grant) => grants.has(grant))));
    if (!wider) return [];
    const text = (sets: readonly ReadonlySet<string>[]) =>
      sets.map((set) => protectionText([[[...set]]]) || 'nothing').join(', or ');
    const message = `${type} could be reached with ${text(old)}, and now also with ${text([wider])}`;
    return [{ ...blocked('TYPE_REACHED_WITH_LESS', type, message), level: 'warning' as const }];
  });
}

const blocked = (code: string, coordinate: string, message: string): FindingDraft => ({
  kind: 'permission',
  level: 'blocked',
  code,
  coordinate,
  message,
  location: null,
  clients: [],
});
