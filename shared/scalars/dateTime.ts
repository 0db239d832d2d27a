import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isDay } from './date';

// RFC 3339 date-time; an offset is allowed in, UTC comes out.
const form =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function parse(given: unknown): Date {
  const day = typeof given === 'string' ? form.exec(given)?.[1] : undefined;
  if (typeof given === 'string' && isDay(day)) return new Date(given);
  throw new GraphQLError(
    `${JSON.stringify(given)} is not a time: a DateTime is RFC 3339, such as "2023-05-23T00:00:00Z"`,
  );
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339; answers are in UTC, with milliseconds where there are any.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => {
    const time = value instanceof Date ? value : new Date(String(value));
    return time.toISOString().replace('.000Z', 'Z');
  },
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
