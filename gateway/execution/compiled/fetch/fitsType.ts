import {
  getNullableType,
  GraphQLID,
  type GraphQLOutputType,
  GraphQLString,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { leafWriter } from '../projection/leafWriter';

/** Whether a value is one of a type. The fields of objects are not looked at. */
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
  // Writing a string would say so too, and make another one.
  if (type === GraphQLString || type === GraphQLID)
    return (value) => typeof value === 'string' || write(value) !== undefined;
  return (value) => write(value) !== undefined;
}
