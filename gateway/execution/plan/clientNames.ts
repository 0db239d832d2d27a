import { type FieldNode } from 'graphql';

/** The names that a client's fields have in the gateway's data and in calls to subgraphs. */
export interface ClientNames {
  keyOf(node: FieldNode): string;
}

/**
 * A client may call a field by the name of another one, such as `id: name`. Beside it the plan asks for `id` too, to find
 * the entity elsewhere, and would take one for the other. So an alias that is the name of any field, or of the plan's own
 * making, has a name of its own in the gateway. `fieldNames` are those of all fields of the supergraph.
 */
export function clientNames(
  fieldNames: ReadonlySet<string>,
  isReserved: (name: string) => boolean,
): ClientNames {
  const prefix = freePrefix('alias', fieldNames);
  const collides = (alias: string) =>
    fieldNames.has(alias) ||
    alias.startsWith('__') ||
    alias.startsWith(prefix) ||
    // The planner renames fields of one name that differ.
    alias.includes('__alias_') ||
    isReserved(alias);
  return {
    keyOf({ alias, name }) {
      if (!alias || alias.value === name.value) return name.value;
      return collides(alias.value) ? `${prefix}${alias.value}` : alias.value;
    },
  };
}

/** Returns a prefix, made of a word, that no field's name begins with. */
export function freePrefix(word: string, fieldNames: ReadonlySet<string>): string {
  const names = [...fieldNames];
  for (let attempt = 0; ; attempt++) {
    const prefix = `${word}${attempt || ''}__`;
    if (!names.some((name) => name.startsWith(prefix))) return prefix;
  }
}
