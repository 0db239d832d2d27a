import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { AnswerCost } from '../../../../gateway/cost/answerCost';
import { readCostDirectives } from '../../../../gateway/cost/costDirectives';

const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@inaccessible"])
type Query { books: [Book!]! search(text: String!): [Result!]! @cost(weight: 30) }
type Book @key(fields: "title") { title: String! author: Author pages: Int! @cost(weight: 3) notes: [Note!]! @inaccessible }
type Note { text: String! }
type Author @cost(weight: 5) { name: String! }
type Film { length: Int! cast: [Author!]! }
union Result = Book | Film
`;

const composed = composeServices([{ name: 'a', url: 'http://a', typeDefs: parse(sdl) }]);
const document = parse(composed.supergraphSdl ?? '');
const cost = new AnswerCost(document, readCostDirectives(document));

it.each<[string, string, object, number]>([
  [
    'one for an object, nothing for a scalar',
    '{ books { title } }',
    { books: [{ title: 'a' }, { title: 'b' }] },
    2,
  ],
  [
    'weights of fields and types',
    '{ books { pages author { name } } }',
    {
      books: [
        { pages: 1, author: { name: 'a' } },
        { pages: 2, author: null },
      ],
    },
    2 + 6 + 5,
  ],
  ['what is null or empty costs nothing', '{ books { title } }', { books: null }, 0],
  [
    'aliases and fragments',
    'query { all: books { ...t } } fragment t on Book { by: author { name } }',
    { all: [{ by: { name: 'a' } }] },
    1 + 5,
  ],
  [
    'each result of a search',
    '{ search(text: "x") { __typename ... on Book { title } ... on Film { cast { name } } } }',
    {
      search: [
        { __typename: 'Book', title: 'a' },
        { __typename: 'Film', cast: [{ name: 'a' }, { name: 'b' }] },
      ],
    },
    30 + 30 + 10,
  ],
  [
    'what clients cannot see, too',
    '{ books { notes { text } } }',
    { books: [{ notes: [{ text: 'a' }] }] },
    2,
  ],
  [
    'an entity that is asked for again only what is below it',
    'query ($r: [_Any!]!) { _0: _entities(representations: $r) { ... on Book { author { name } } } }',
    { _0: [{ author: { name: 'a' } }, null] },
    5,
  ],
])('%s', (_what, query, data, expected) => expect(cost.of(query, data)).toBe(expected));
