import { GraphQLBoolean, GraphQLFloat, GraphQLInt, type GraphQLLeafType, isEnumType } from 'graphql';

/** Writes a value of a leaf type as JSON; undefined where it is no value of that type. */
export type LeafWriter = (value: unknown) => string | undefined;

/** Compiles how values of a scalar or an enum are written. */
export function leafWriter(type: GraphQLLeafType): LeafWriter {
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
    return (value) => texts.get(value);
  }
  const coerce = coercing(type);
  switch (type.name) {
    case GraphQLInt.name:
      return (value) => (typeof value === 'number' && (value | 0) === value ? String(value) : coerce(value));
    case GraphQLFloat.name:
      return (value) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : coerce(value));
    case GraphQLBoolean.name:
      return (value) => (value === true ? 'true' : value === false ? 'false' : coerce(value));
    default:
      return (value) => (typeof value === 'string' ? stringText(value) : coerce(value));
  }
}

/** A subgraph may write a number where a string is due; what the type itself makes of it is taken. */
const coercing =
  (type: GraphQLLeafType): LeafWriter =>
  (value) => {
    try {
      return JSON.stringify(type.serialize(value));
    } catch {
      return undefined;
    }
  };

/** Needs no escapes in JSON, and is no half of a pair of characters. */
const plain = /^[ !#-[\]-\ud7ff]*$/;

const stringText = (value: string): string => (plain.test(value) ? `"${value}"` : JSON.stringify(value));
