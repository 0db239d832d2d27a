/** A value of JSON. A field that is undefined counts as omitted. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/**
 * Returns the canonical form of a value (RFC 8785, JSON Canonicalization Scheme). It has no white space,
 * names in the order of their UTF-16 code units, and strings and numbers as ECMAScript writes them. The same
 * value has the same bytes everywhere, so that a hash of them is a hash of the value. (The package
 * `canonicalize` cannot be required from CommonJS, and calls `toJSON`.)
 * @throws TypeError that names the place of a value that is not JSON. Examples are undefined in a list, NaN,
 * an infinity, a lone surrogate (RFC 8785, section 3.2.2.2) and an object of a class. It also rejects values
 * nested deeper than 100.
 */
export function canonicalJson(value: Json): string {
  return write(value, '', 0);
}

/** Deeper nesting is a mistake, or an attack on the reader; facts are some levels deep. */
const deepest = 100;

function write(value: Json | undefined, place: string, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, place);
    case 'number':
      if (!Number.isFinite(value)) throw notJson(place, `is ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : writeNested(value, place, depth);
    case 'undefined':
    case 'bigint':
    case 'function':
    case 'symbol':
      throw notJson(place, `is of type ${typeof value}`);
  }
}

function writeNested(value: object, place: string, depth: number): string {
  if (depth === deepest) throw notJson(place, `is nested deeper than ${deepest}`);
  if (Array.isArray(value)) {
    const items = Array.from(value as Json[], (item, at) => write(item, `${place}[${at}]`, depth + 1));
    return `[${items.join(',')}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(place, 'is an object of a class');
  const fields = value as Readonly<Record<string, Json | undefined>>;
  let written = '';
  // `sort` without a comparison is by UTF-16 code units, which is RFC 8785's order (section 3.2.3).
  for (const name of Object.keys(fields).sort()) {
    const at = `${place}.${name}`;
    if (fields[name] === undefined) continue;
    written += `${written === '' ? '' : ','}${writeString(name, at)}:${write(fields[name], at, depth + 1)}`;
  }
  return `{${written}}`;
}

function writeString(text: string, place: string): string {
  if (/\p{Surrogate}/u.test(text)) throw notJson(place, 'has half of a surrogate pair');
  return JSON.stringify(text);
}

function notJson(place: string, what: string): TypeError {
  return new TypeError(
    `${place === '' ? 'the value' : place.replace(/^\./, '')} ${what}: JSON has no such value`,
  );
}
