import {
  getNullableType,
  GraphQLID,
  GraphQLInt,
  type GraphQLOutputType,
  GraphQLString,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { leafWriter } from '../projection/leafWriter';

/** Tells if a value is one of a type. The fields of objects are not checked. */
export type FitsType = (value: unknown) => boolean;

/** Compiles the check that a value is one of a type. */
export function fitsType(type: GraphQLOutputType): FitsType {
  const mayBeNull = !isNonNullType(type);
  const fits = fitsPresent(getNullableType(type));
  return (value) => (value === null ? mayBeNull : fits(value));
}

function fitsPresent(type: ReturnType<typeof getNullableType<GraphQLOutputType>>): FitsType {
  if (isListType(type)) {
    const fits = fitsType(type.ofType);
    return (value) => Array.isArray(value) && value.every(fits);
  }
  if (!isLeafType(type)) return (value) => typeof value === 'object' && !Array.isArray(value);
  const write = leafWriter(type);
  // Writing a value would say so too, and make a text.
  if (isTextType(type)) return (value) => typeof value === 'string' || write(value) !== undefined;
  if (type === GraphQLInt)
    return (value) => (typeof value === 'number' && (value | 0) === value) || write(value) !== undefined;
  return (value) => write(value) !== undefined;
}

/** Tells if every text is a value of a type. */
export const isTextType = (type: unknown): boolean => type === GraphQLString || type === GraphQLID;
