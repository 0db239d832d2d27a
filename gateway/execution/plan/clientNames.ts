import { type DocumentNode, type FieldNode, Kind, print, visit } from 'graphql';

/** The names that the fields of one operation have in the gateway's data and in calls to subgraphs. */
export interface ClientNames {
  keyOf(node: FieldNode): string;
}

/**
 * Renames aliases that collide. A client may call a field by the name of another one, such as `id: name`.
 * Beside it the plan asks for `id` too, to find the entity elsewhere, and would take one for the other. So an
 * alias that is the name of any field, or of the plan's own making, has a name of its own in the gateway. So
 * has each of several fields that a client calls by one name, which it may on types that exclude each other.
 * The planner takes them for one where a subgraph knows those types as one object (`@interfaceObject`).
 * `fieldNames` are those of all fields of the supergraph.
 */
export function clientNames(
  document: DocumentNode,
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
  const forms = formsOf(document);
  return {
    keyOf(node) {
      const { alias, name } = node;
      const called = (alias ?? name).value;
      const several = forms.get(called) ?? [];
      // A client's alias never begins with a digit.
      if (several.length > 1) return `${prefix}${several.indexOf(formOf(node))}__${called}`;
      if (!alias || alias.value === name.value) return name.value;
      return collides(alias.value) ? `${prefix}${alias.value}` : alias.value;
    },
  };
}

/** Returns what is called by each name: fields and their arguments, each once. */
function formsOf(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  visit(document, {
    Field(node) {
      const called = (node.alias ?? node.name).value;
      const known = forms.get(called) ?? [];
      const form = formOf(node);
      if (!known.includes(form)) forms.set(called, [...known, form]);
    },
  });
  return forms;
}

/**
 * Returns a field and its arguments as text that is equal where GraphQL takes them for equal, in any order.
 */
function formOf({ name, arguments: given = [] }: FieldNode): string {
  const sorted = visit({ kind: Kind.FIELD, name, arguments: given.toSorted(byName) } as const, {
    ObjectValue: { leave: (node) => ({ ...node, fields: node.fields.toSorted(byName) }) },
  });
  return print(sorted);
}

type Named = { readonly name: { readonly value: string } };
const byName = (a: Named, b: Named) => (a.name.value < b.name.value ? -1 : 1);

/** Returns a prefix, made of a word, that no field's name begins with. */
export function freePrefix(word: string, fieldNames: ReadonlySet<string>): string {
  const names = [...fieldNames];
  for (let attempt = 0; ; attempt++) {
    const prefix = `${word}${attempt || ''}__`;
    if (!names.some((name) => name.startsWith(prefix))) return prefix;
  }
}
