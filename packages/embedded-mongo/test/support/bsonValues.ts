import { Decimal128, Double, Int32, Long } from 'bson';

/** An expression, what MongoDB documents as its result, and the document that it is asked about. */
export type Answer = [expression: Record<string, unknown>, expected: unknown, document?: object];

export const double = (value: number): Double => new Double(value);
export const int = (value: number): Int32 => new Int32(value);
export const long = (value: number | string): Long => Long.fromString(String(value));
export const decimal = (text: string): Decimal128 => Decimal128.fromString(text);
export const date = (text: string): Date => new Date(text);
