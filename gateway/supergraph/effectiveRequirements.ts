import { type DocumentNode, Kind } from 'graphql';
import { invalidSupergraph } from './invalidSupergraph';
import { requiredFields } from './requires';
import { bothOf, type GrantSets, type Requirements, sameSets } from '../../shared/identity/grantSets';
import { namedType, readTypes, type SupergraphType, type SupergraphTypes } from './supergraphTypes';

/** More ways than these to be allowed one field are a mistake, or made to keep the gateway busy. */
const maxSets = 200;

/**
 * Returns the effective requirements of each type and field, independently of composition. An interface and
 * its fields need what each type that implements it needs. A union needs what each of its members needs. A
 * field that a subgraph adds to an interface as an object (`@interfaceObject`) needs it on every type. A
 * field that `@requires` others needs what they need.
 */
export function effectiveRequirements(document: DocumentNode, declared: Requirements): Requirements {
  const types = readTypes(document);
  const effective = new Map(declared);
  const sources = sourcesOf(types);
  for (const [union, members] of unionsOf(document)) sources.set(union, members);
  for (let changed = true; changed;) {
    changed = false;
    for (const [place, from] of sources) changed = raise(effective, place, from) || changed;
  }
  return effective;
}

/** Makes a place need what each of the others needs. Returns whether it needs more than before. */
function raise(effective: Map<string, GrantSets>, place: string, from: Iterable<string>): boolean {
  const before = effective.get(place);
  let sets = before ?? [];
  let isProtected = before !== undefined;
  for (const source of from) {
    const needed = effective.get(source);
    if (needed === undefined) continue;
    isProtected = true;
    sets = bothOf(sets, needed);
  }
  if (sets.length > maxSets) throw invalidSupergraph(`${place} may be seen in more than ${maxSets} ways`);
  if (!isProtected || (before !== undefined && sameSets(before, sets))) return false;
  effective.set(place, sets);
  return true;
}

/** By place: the places whose requirements it shares. */
function sourcesOf(types: SupergraphTypes): Map<string, ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>();
  const add = (place: string, ...from: readonly string[]) => {
    const known = sources.get(place) ?? new Set();
    for (const source of from) known.add(source);
    sources.set(place, known);
  };
  for (const type of types.all.values()) {
    if (type.isInterface) addInterface(type, types, add);
    for (const [name, field] of type.fields) {
      for (const required of requiredFields(types, type, field)) {
        const { parent, field: needed } = required;
        const at = `${parent.name}.${needed.name.value}`;
        add(`${type.name}.${name}`, parent.name, at, namedType(needed.type));
      }
    }
  }
  return sources;
}

function addInterface(
  type: SupergraphType,
  types: SupergraphTypes,
  add: (place: string, ...from: readonly string[]) => void,
): void {
  for (const { name: implementing, fields } of types.implementing(type.name)) {
    add(type.name, implementing);
    for (const [name, field] of type.fields) {
      const at = `${implementing}.${name}`;
      const answered = fields.get(name) ?? field;
      add(`${type.name}.${name}`, at, namedType(answered.type));
      if (type.isInterfaceObject) add(at, type.name, `${type.name}.${name}`);
    }
  }
}

/** The unions of a supergraph, by name, with their members. */
function unionsOf({ definitions }: DocumentNode): ReadonlyMap<string, ReadonlySet<string>> {
  const unions = new Map<string, Set<string>>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.UNION_TYPE_DEFINITION && definition.kind !== Kind.UNION_TYPE_EXTENSION)
      continue;
    const members = unions.get(definition.name.value) ?? new Set();
    for (const { name } of definition.types ?? []) members.add(name.value);
    unions.set(definition.name.value, members);
  }
  return unions;
}
