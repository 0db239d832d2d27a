/**
 * Returns a text that is the same exactly for equal filters, pipelines or options; undefined where one holds a value that
 * it cannot tell apart from another, such as a regular expression or a list with gaps.
 */
export function readKey(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Number.isFinite(value) ? (Object.is(value, -0) ? '-0' : String(value)) : undefined;
    case 'boolean':
    case 'undefined':
      return String(value);
    case 'object':
      return value === null ? 'null' : objectKey(value);
    case 'bigint':
    case 'symbol':
    case 'function':
      return undefined;
  }
}

function objectKey(value: object): string | undefined {
  if (value instanceof Date) return `Date(${value.getTime()})`;
  const isList = Array.isArray(value);
  if (!isList && Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  if (isList && Object.keys(value).length !== value.length) return undefined;
  let text = isList ? '[' : '{';
  for (const [name, part] of Object.entries(value)) {
    const key = readKey(part);
    if (key === undefined) return undefined;
    text += isList ? `${key},` : `${JSON.stringify(name)}:${key},`;
  }
  return text + (isList ? ']' : '}');
}
