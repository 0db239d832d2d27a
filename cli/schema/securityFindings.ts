import { getNamedType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { Composed } from '../../gateway/supergraph/compose';
import { readSecurity, type Requirements, type ScopeSets } from '../../gateway/supergraph/securityDirectives';

/** One thing that a change of the schema does. */
export interface Finding {
  readonly level: 'blocked' | 'warning';
  readonly code: string;
  readonly message: string;
}

/** What a field asks of a caller: every part of it. A part is satisfied by any of its sets; an empty part by any token. */
type Protection = readonly ScopeSets[];

/** Fields of both schemas that fewer scopes now suffice for (blocked), or that ask for more (to look at). */
export function securityFindings(before: Composed, after: Composed): readonly Finding[] {
  const was = protections(before);
  const is = protections(after);
  return [...was].flatMap(([field, old]): readonly Finding[] => {
    const now = is.get(field);
    if (!now) return [];
    if (!implies(now, old)) {
      const message = `${field}: ${words(old)} was asked for, and now ${words(now)}`;
      return [{ level: 'blocked', code: 'PROTECTION_WEAKENED', message }];
    }
    if (implies(old, now)) return [];
    const message = `${field}: now ${words(now)} is asked for; tokens without it are refused`;
    return [{ level: 'warning', code: 'PROTECTION_STRENGTHENED', message }];
  });
}

function protections({ supergraphSdl, apiSchema }: Composed): ReadonlyMap<string, Protection> {
  const { requirements } = readSecurity(supergraphSdl);
  return new Map(fieldsOf(apiSchema).map(({ name, places }) => [name, protectionOf(places, requirements)]));
}

/** A field is protected where it is, by the type it is on, and by the type it answers with. */
function fieldsOf(
  schema: GraphQLSchema,
): readonly { readonly name: string; readonly places: readonly string[] }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).map((field) => {
      const name = `${type.name}.${field.name}`;
      return { name, places: [type.name, name, getNamedType(field.type).name] };
    });
  });
}

function protectionOf(places: readonly string[], requirements: Requirements): Protection {
  return places.flatMap((place) => {
    const sets = requirements.get(place);
    return sets ? [sets] : [];
  });
}

/** Whether whoever satisfies `a` satisfies `b`: tried with each least set of scopes that satisfies `a`. */
function implies(a: Protection, b: Protection): boolean {
  if (b.length > 0 && a.length === 0) return false;
  return leastSets(a).every((scopes) =>
    b.every((part) => part.length === 0 || part.some((set) => set.every((s) => scopes.has(s)))),
  );
}

function leastSets(protection: Protection): readonly ReadonlySet<string>[] {
  return protection
    .filter((part) => part.length > 0)
    .reduce<readonly ReadonlySet<string>[]>(
      (found, part) => found.flatMap((scopes) => part.map((set) => new Set([...scopes, ...set]))),
      [new Set()],
    );
}

function words(protection: Protection): string {
  const parts = protection.filter((part) => part.length > 0);
  if (protection.length === 0) return 'nothing';
  if (parts.length === 0) return 'a token';
  return parts.map((part) => part.map((set) => set.join(' and ')).join(', or ')).join('; and ');
}
