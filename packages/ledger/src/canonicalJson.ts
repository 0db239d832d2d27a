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
  return write(value, []);
}

/** Deeper nesting is a mistake, or an attack on the reader; facts are some levels deep. */
const maxDepth = 100;

/** Names of fields and places in lists, from the outermost on: where a value stands. */
type Path = (string | number)[];

function write(value: Json | undefined, path: Path): string {
  switch (typeof value) {
    case 'string':
      return writeString(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw notJson(path, `is ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : writeNested(value, path);
    case 'undefined':
    case 'bigint':
    case 'function':
    case 'symbol':
      throw notJson(path, `is of type ${typeof value}`);
  }
}

function writeNested(value: object, path: Path): string {
  if (path.length === maxDepth) throw notJson(path, `is nested deeper than ${maxDepth}`);
  if (Array.isArray(value)) return writeList(value as Json[], path);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notJson(path, 'is an object of a class');
  const fields = value as Readonly<Record<string, Json | undefined>>;
  let written = '';
  // `sort` without a comparison is by UTF-16 code units, which is RFC 8785's order (section 3.2.3).
  for (const name of Object.keys(fields).sort()) {
    const field = fields[name];
    if (field === undefined) continue;
    path.push(name);
    written += `${written === '' ? '' : ','}${writeString(name, path)}:${write(field, path)}`;
    path.pop();
  }
  return `{${written}}`;
}

function writeList(items: readonly Json[], path: Path): string {
  let written = '';
  for (let at = 0; at < items.length; at++) {
    path.push(at);
    written += `${at === 0 ? '' : ','}${write(items[at], path)}`;
    path.pop();
  }
  return `[${written}]`;
}

function writeString(text: string, path: Path): string {
  const written = JSON.stringify(text);
  // `JSON.stringify` escapes half of a pair; a text that holds such an escape itself is looked at too.
  if (written.includes('\\ud') && /\p{Surrogate}/u.test(text))
    throw notJson(path, 'has half of a surrogate pair');
  return written;
}

function notJson(path: Path, what: string): TypeError {
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return new TypeError(
    `${place === '' ? 'the value' : place.replace(/^\./, '')} ${what}: JSON has no such value`,
  );
}
