import { type BsonValue, isInt32, isNumeric, typeNameOf } from './value';

/** A value as MongoDB's messages show it, cut where it is long. */
export function describeValue(value: BsonValue): string {
  const text = describe(value);
  return text.length > 500 ? `${text.slice(0, 500)}...` : text;
}

function describe(value: BsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number')
    return !isInt32(value) && Number.isInteger(value) ? value.toFixed(1) : String(value);
  if (Array.isArray(value)) return `[ ${value.map(describe).join(', ')} ]`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Map) {
    if (value.size === 0) return '{}';
    return `{ ${[...value].map(([name, child]) => `${name}: ${describe(child)}`).join(', ')} }`;
  }
  if (value._bsontype === 'ObjectId') return `ObjectId('${value.toString()}')`;
  return isNumeric(value) ? value.toString() : `<${typeNameOf(value)}>`;
}
