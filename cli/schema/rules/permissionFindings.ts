import { type GraphQLSchema, isObjectType } from 'graphql';
import { readElements } from '../../../gateway/supergraph/elements';
import type { CheckedGraph } from '../graph/composeGraph';
import type { FindingDraft } from '../finding/finding';
import {
  declaredRequirements,
  effectiveProtections,
  implies,
  type Protection,
  protectionText,
} from './protection';
import { reachProtections } from './reach';

/** An element that asks another thing of a caller than it did. */
export interface ProtectionChange {
  readonly coordinate: string;
  readonly now: Protection;
  readonly message: string;
}

export interface PermissionDiff {
  readonly findings: readonly FindingDraft[];
  /** For the clients whose stored operations decide how grave it is. */
  readonly strengthened: readonly ProtectionChange[];
}

type Protections = ReadonlyMap<string, Protection>;

/** What may be asked with fewer rights than before, on the composed graph with its inaccessible elements. */
export function permissionDiff(base: CheckedGraph, head: CheckedGraph): PermissionDiff {
  const before = effectiveProtections(base.document, base.fullSchema);
  const after = effectiveProtections(head.document, head.fullSchema);
  const { weaker, stronger } = compareProtections(before, after);
  const types = { before: declaredRequirements(base.document), after: declaredRequirements(head.document) };
  const weakened = groupByType(weaker, before, types).map(({ coordinate, message }) =>
    blocked('PROTECTION_WEAKENED', coordinate, message),
  );
  const strengthened = groupByType(stronger, before, types);
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

function compareProtections(before: Protections, after: Protections) {
  const weaker: ProtectionChange[] = [];
  const stronger: ProtectionChange[] = [];
  for (const [coordinate, old] of before) {
    const now = after.get(coordinate);
    if (!now) continue;
    const change = changeOf(coordinate, old, now);
    if (!implies(now, old)) weaker.push(change);
    else if (!implies(old, now)) stronger.push(change);
  }
  return { weaker, stronger };
}

const changeOf = (coordinate: string, old: Protection, now: Protection): ProtectionChange => ({
  coordinate,
  now,
  message: `${coordinate}: ${protectionText(old)} was required, now ${protectionText(now)}`,
});

/** Where a directive on a type changed what each of its fields asks, the type is reported and not each field. */
function groupByType(
  changes: readonly ProtectionChange[],
  before: Protections,
  types: { readonly before: Protections; readonly after: Protections },
): readonly ProtectionChange[] {
  const fieldsOf = (all: Iterable<string>, type: string) =>
    [...all].filter((coordinate) => coordinate.startsWith(`${type}.`) && !coordinate.endsWith(')'));
  const changed = changes.map(({ coordinate }) => coordinate);
  const whole = new Set(
    [...new Set([...types.before.keys(), ...types.after.keys()])].filter((type) => {
      const [was, is] = [types.before.get(type) ?? [], types.after.get(type) ?? []];
      const fields = fieldsOf(before.keys(), type);
      const isWhole = fields.length > 0 && fields.every((field) => changed.includes(field));
      return isWhole && protectionText(was) !== protectionText(is);
    }),
  );
  const grouped = [...whole].map((type) =>
    changeOf(type, types.before.get(type) ?? [], types.after.get(type) ?? []),
  );
  return [...grouped, ...changes.filter(({ coordinate }) => !whole.has(coordinate.split('.')[0] ?? ''))];
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
