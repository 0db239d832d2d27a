import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const form = /^-?(0|[1-9]\d*)$/;

function parse(given: unknown): bigint {
  if (typeof given === 'bigint') return given;
  if (typeof given === 'string' && form.test(given)) return BigInt(given);
  throw new GraphQLError(
    `${JSON.stringify(given)} is not a BigInt: a decimal string such as "173600000000000000000000"`,
  );
}

export const BigIntScalar = new GraphQLScalarType<bigint, string>({
  name: 'BigInt',
  description: 'A whole number of any length, as a decimal string. Amounts are in base units (wei, satoshi).',
  // The canonical form of XML Schema's integer.
  specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#integer',
  serialize: (value) => parse(value).toString(),
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined),
});
