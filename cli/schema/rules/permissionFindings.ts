import { isDeepStrictEqual } from 'node:util';
import { type GraphQLSchema, isObjectType, isScalarType } from 'graphql';
import type { FindingDraft } from '../finding/finding';
import type { ComparedGraph } from './comparedGraph';
import { implies, type Protection, protectionText } from './protection';
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

/**
 * Finds elements that may be asked for with fewer rights than before, on the composed graph with its
 * inaccessible elements.
 */
export function permissionDiff(base: ComparedGraph, head: ComparedGraph): PermissionDiff {
  const before = base.protections;
  const after = head.protections;
  const { weaker, stronger } = compareProtections(before, after);
  const weakened = groupByType(weaker, base, head).map(({ coordinate, message }) =>
    blocked('PROTECTION_WEAKENED', coordinate, message),
  );
  const strengthened = groupByType(stronger, base, head);
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

/**
 * Where a directive on a type changed what each of its fields asks, the type is reported. A field is reported beside it
 * where something else changed as well: an approval of the one must not cover the other.
 */
function groupByType(
  changes: readonly ProtectionChange[],
  base: ComparedGraph,
  head: ComparedGraph,
): readonly ProtectionChange[] {
  const changed = new Set(changes.map(({ coordinate }) => coordinate));
  const ofType = ({ declared }: ComparedGraph, type: string) => declared.get(type) ?? [];
  const byTypeOnly = (type: string, field: string) => {
    const rest = (graph: ComparedGraph) => graph.protections.get(field)?.slice(ofType(graph, type).length);
    return isDeepStrictEqual(rest(base), rest(head));
  };
  const grouped: ProtectionChange[] = [];
  const covered = new Set<string>();
  for (const [type, fields] of fieldsByType(base.protections)) {
    const [was, is] = [ofType(base, type), ofType(head, type)];
    if (protectionText(was) === protectionText(is) || !fields.every((field) => changed.has(field))) continue;
    grouped.push(changeOf(type, was, is));
    for (const field of fields) if (byTypeOnly(type, field)) covered.add(field);
  }
  return [...grouped, ...changes.filter(({ coordinate }) => !covered.has(coordinate))];
}

/** The fields that have protections, by their type; arguments are left aside. */
function fieldsByType(protections: Protections): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, string[]>();
  for (const coordinate of protections.keys()) {
    if (coordinate.endsWith(')')) continue;
    const type = coordinate.slice(0, coordinate.indexOf('.'));
    const fields = types.get(type) ?? [];
    fields.push(coordinate);
    types.set(type, fields);
  }
  return types;
}

/** Finds a new root field that anybody may ask: its scope was forgotten. */
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
  const roots = [base.getQueryType(), base.getMutationType(), base.getSubscriptionType()].map(
    (root) => root?.name,
  );
  const added = fieldsByType(new Map([...after].filter(([coordinate]) => !before.has(coordinate))));
  const isProtected = (field: string) => before.get(field)?.length !== 0;
  return [...fieldsByType(before)].flatMap(([type, fields]) => {
    if (!isObjectType(base.getType(type)) || roots.includes(type) || !fields.every(isProtected)) return [];
    return (added.get(type) ?? []).flatMap((coordinate) => {
      if (after.get(coordinate)?.length !== 0) return [];
      const message = `${coordinate} is new and unprotected; every other field of ${type} is protected`;
      return [blocked('FIELD_OF_PROTECTED_TYPE_UNPROTECTED', coordinate, message)];
    });
  });
}

/** Elements that were hidden from clients and no longer are. */
function revealed(base: ComparedGraph, head: ComparedGraph): readonly FindingDraft[] {
  const before = hiddenIn(base);
  const after = hiddenIn(head);
  const { elements } = head;
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

function hiddenIn({ elements }: ComparedGraph): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const { coordinate, parent, directives } of elements.values())
    if (
      directives.some(({ name }) => name === 'inaccessible') ||
      (parent !== undefined && hidden.has(parent))
    )
      hidden.add(coordinate);
  return hidden;
}

/**
 * Types that some new path leads to with fewer rights than every path before. A scalar is the value of its field, which is
 * protected where it stands: another field of it gives none of the first.
 */
function reachedWithLess(
  base: ComparedGraph,
  head: ComparedGraph,
  { before, after }: { readonly before: Protections; readonly after: Protections },
): readonly FindingDraft[] {
  const was = reachProtections(base.apiSchema, before);
  const is = reachProtections(head.apiSchema, after);
  return [...was].flatMap(([type, old]) => {
    const now = is.get(type);
    if (!now || isScalarType(head.apiSchema.getType(type)) || old.every((grants) => grants.size === 0))
      return [];
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
