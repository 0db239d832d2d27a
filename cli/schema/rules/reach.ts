import { getNamedType, type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { Protection } from './protection';

/** Sets of grants, none of which holds another. */
type Antichain = readonly ReadonlySet<string>[];

/** Beyond this many ways of authorisation to one type, the smallest are kept: enough to see a new one with less. */
const maxSets = 16;

/**
 * By type: the least sets of grants with which some path from a root leads to it. A caller without any grant is the empty
 * set; any token counts as a grant of its own.
 */
export function reachProtections(
  schema: GraphQLSchema,
  protections: ReadonlyMap<string, Protection>,
): ReadonlyMap<string, Antichain> {
  const reached = new Map<string, Antichain>();
  const queue: string[] = [];
  const arrive = (type: string, sets: Antichain) => {
    const old = reached.get(type) ?? [];
    const merged = least([...old, ...sets]);
    if (merged.length === old.length && merged.every((set) => old.includes(set))) return;
    reached.set(type, merged);
    queue.push(type);
  };
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
    if (root) arrive(root.name, [new Set()]);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const type = schema.getType(name);
    const here = reached.get(name) ?? [];
    if (isAbstractType(type))
      for (const possible of schema.getPossibleTypes(type)) arrive(possible.name, here);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const asked = setsOf(protections.get(`${name}.${field.name}`) ?? []);
      const sets = here.flatMap((set) => asked.map((more) => new Set([...set, ...more])));
      arrive(getNamedType(field.type).name, least(sets));
    }
  }
  return reached;
}

function setsOf(protection: Protection): Antichain {
  return protection.reduce<Antichain>(
    (found, part) =>
      part.length === 0
        ? found.map((set) => new Set([...set, 'authenticated']))
        : found.flatMap((set) => part.map((more) => new Set([...set, 'authenticated', ...more]))),
    [new Set()],
  );
}

function least(sets: Antichain): Antichain {
  const kept: ReadonlySet<string>[] = [];
  for (const set of [...sets].sort((a, b) => a.size - b.size)) {
    if (kept.length === maxSets) break;
    if (!kept.some((one) => [...one].every((grant) => set.has(grant)))) kept.push(set);
  }
  return kept;
}
