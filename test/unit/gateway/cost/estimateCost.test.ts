import { composeServices } from '@apollo/composition';
import { buildASTSchema, Kind, parse } from 'graphql';
import { readCostDirectives } from '../../../../gateway/cost/costDirectives';
import { estimateCost } from '../../../../gateway/cost/estimateCost';

const sdl = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])
type Query {
  books(first: Int = 10, last: Int): Books! @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes"], requireOneSlicingArgument: false)
  recent: [Book!]! @listSize(assumedSize: 7)
  unbounded: [Book!]!
  search(text: String!, filter: Filter): [Result!]! @cost(weight: 30) @listSize(assumedSize: 2)
  tagged(tags: [Tag!] @cost(weight: 4)): Int
  looked(isbns: [ID!]!, among: [Tag!]): [Book!]!
}
type Books { nodes: [Book!]! totalCount: Int! }
type Book { title: String! author: Author! pages: Int! @cost(weight: 3) }
type Author @cost(weight: 5) { name: String! books(first: Int!): [Book!]! @listSize(slicingArguments: ["first"]) }
type Film { length: Int! cast: [Author!]! @listSize(assumedSize: 10) }
union Result = Book | Film
enum Tag { A B }
input Filter { year: Int @cost(weight: 6) inner: Filter }
`;

function graphOf(text: string) {
  const composed = composeServices([{ name: 'a', url: 'http://a', typeDefs: parse(text) }]);
  if (!composed.supergraphSdl) throw new Error(composed.errors?.map(({ message }) => message).join());
  const document = parse(composed.supergraphSdl);
  const schema = composed.schema.toAPISchema().toGraphQLJSSchema();
  return { directives: readCostDirectives(document), schema };
}

const graph = graphOf(sdl('"@cost", "@listSize"'));

function cost(text: string, variables: Record<string, unknown> = {}, { directives, schema } = graph): number {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return estimateCost({ schema, directives, document, operation, variables, defaultListSize: 100 });
}

it.each<[string, string, number, Record<string, unknown>?]>([
  [
    'a connection counts itself and its nodes',
    '{ books(first: 3) { nodes { title } totalCount } }',
    1 + 3,
    {},
  ],
  ['the default of an argument bounds', '{ books { nodes { title } } }', 1 + 10, {}],
  [
    'of several slicing arguments the largest counts',
    '{ books(first: 3, last: 20) { nodes { title } } }',
    1 + 20,
    {},
  ],
  [
    'a variable bounds, its default too',
    'query ($n: Int = 4) { books(first: $n) { nodes { title } } }',
    1 + 4,
    {},
  ],
  [
    'a variable that is given',
    'query ($n: Int = 4) { books(first: $n) { nodes { title } } }',
    1 + 6,
    { n: 6 },
  ],
  ['a negative size costs nothing', '{ books(first: -5) { nodes { title } } }', 1, {}],
  ['an assumed size', '{ recent { title } }', 7, {}],
  ['a list that nothing bounds', '{ unbounded { title } }', 100, {}],
  [
    'lists multiply, weights of types and fields count',
    '{ recent { pages author { books(first: 2) { title } } } }',
    7 * (1 + 3 + 5 + 2),
    {},
  ],
  [
    "a field's weight is that of each of its objects",
    '{ search(text: "a") { ... on Book { title } } }',
    2 * 30,
    {},
  ],
  [
    'of a union the dearest type counts',
    '{ search(text: "a") { ... on Book { author { name } } ... on Film { cast { name } } } }',
    2 * (30 + 10 * 5),
    {},
  ],
  ['an argument has its weight only where it is given', '{ tagged }', 0, {}],
  ['an argument that is given', '{ tagged(tags: [A]) }', 4, {}],
  [
    'input fields count, inner ones too',
    '{ search(text: "a", filter: { year: 1, inner: { year: 2 } }) { ... on Book { title } } }',
    60 + 12,
    {},
  ],
  ['a list that must be given counts by its length', '{ looked(isbns: ["1", "2", "3"]) { title } }', 3, {}],
  [
    'by the length of a variable',
    'query ($isbns: [ID!]!) { looked(isbns: $isbns, among: [A]) { title author { name } } }',
    2 * (1 + 5),
    { isbns: ['1', '2'] },
  ],
  [
    'a variable within a list, and one value in place of a list',
    'query ($isbn: ID!) { a: looked(isbns: [$isbn, "2"]) { title } b: looked(isbns: $isbn) { title } }',
    2 + 1,
    { isbn: '1' },
  ],
  [
    'a variable whose list is not known',
    'query ($isbns: [ID!]!) { looked(isbns: $isbns) { title } }',
    100,
    {},
  ],
  ['one field asked twice costs once', '{ recent { title } recent { title } }', 7, {}],
  ['aliases cost each', '{ a: recent { title } b: recent { title } }', 14, {}],
  [
    'fragments count where they apply',
    '{ recent { ...F } } fragment F on Book { author { name } }',
    7 * 6,
    {},
  ],
  [
    'what is skipped costs nothing',
    'query ($no: Boolean!) { recent @include(if: $no) { title } }',
    0,
    { no: false },
  ],
  ['what may be skipped is counted', 'query ($no: Boolean!) { recent @include(if: $no) { title } }', 7, {}],
  ['introspection is free', '{ __typename __schema { types { name } } }', 0, {}],
])('%s', (_what, text, expected, variables) => expect(cost(text, variables)).toBe(expected));

it('reads the directives under another name', () => {
  const renamed = sdl('{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@size" }')
    .replaceAll(' @cost(', ' @price(')
    .replaceAll(' @listSize(', ' @size(');
  const query = '{ recent { pages author { name } } }';
  expect(cost(query, {}, graphOf(renamed))).toBe(cost(query));
});

it('an operation whose unions stand in unions is estimated at once', () => {
  const schema = buildASTSchema(
    parse('type Query { u: U } union U = A | B | C type A { u: U } type B { u: U } type C { u: U }'),
  );
  const nested = Array.from({ length: 14 }).reduce<string>(
    (inner) => `u { ... on A { ${inner} } ... on B { ${inner} } }`,
    '__typename',
  );
  const directives = { weights: new Map<string, number>(), listSizes: new Map() };
  expect(cost(`{ ${nested} }`, {}, { directives, schema })).toBe(14);
});
