import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day of the calendar, YYYY-MM-DD (RFC 3339 full-date). 2023-02-31 is none. */
export function isDay(given: unknown): given is string {
  if (typeof given !== 'string' || !form.test(given)) return false;
  const time = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(given);
}

function parse(given: unknown): string {
  if (isDay(given)) return given;
  throw new GraphQLError(`${JSON.stringify(given)} is not a day: a Date is YYYY-MM-DD, such as "2023-05-23"`);
}

export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar, YYYY-MM-DD: full-date of RFC 3339.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
