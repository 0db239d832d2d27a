import { type ExecutorUp, executorUp, type SmallSubgraph } from '../../../../support/executorUp';

/** Of the animals, each subgraph knows others: a dog is Named in one only, and a fish is in the union of the other only. */
const animals: Readonly<Record<string, object>> = {
  d1: { __typename: 'Dog', id: 'd1', name: 'Dog 1', friend: 'd1' },
  c1: { __typename: 'Cat', id: 'c1', name: 'Cat 1', friend: 'c2' },
  c2: { __typename: 'Cat', id: 'c2', name: 'Cat 2', friend: 'c1' },
  f1: { __typename: 'Fish', id: 'f1', name: 'Fish 1', friend: 'f1' },
};
const animal = (id: string) => animals[id] ?? null;
const typeOf = { __resolveType: ({ __typename }: { __typename: string }) => __typename };
const friend = { friend: ({ friend: id }: { friend: string }) => animal(id) };
const known = { __resolveReference: ({ id }: { id: string }) => animal(id) };

const home: SmallSubgraph = {
  sdl: `
    type Query {
      animals: [Named] pair: [[Named]] pets: [Pet!]! first: Pet
      ward: Fish @provides(fields: "tag") songs: [Song!]! @provides(fields: "bars")
    }
    interface Named { id: ID! name: String friend: Named }
    type Dog implements Named @key(fields: "id") { id: ID! name: String coat: Coat friend: Named @shareable }
    type Cat implements Named @key(fields: "id") { id: ID! name: String @shareable friend: Named @shareable }
    type Coat @shareable { hairs: Int }
    type Fish @key(fields: "id", resolvable: false) { id: ID! tag: String @external }
    type Song @key(fields: "id", resolvable: false) { id: ID! bars: Int @external }
    union Pet = Dog | Cat`,
  resolvers: {
    Query: {
      animals: () => [animal('d1'), null, animal('c1'), animal('c2')],
      pair: () => [[animal('c1'), null], [], null],
      pets: () => [animal('c1'), animal('d1')],
      first: () => null,
    },
    Named: typeOf,
    Pet: typeOf,
    Dog: { ...known, ...friend, coat: () => ({ hairs: 1_000 }) },
    Cat: { ...known, ...friend },
  },
};

const shelter: SmallSubgraph = {
  sdl: `
    type Query { guests: [Pet!]! }
    interface Named { id: ID! name: String friend: Named }
    type Dog @key(fields: "id") {
      id: ID! coat: Coat @external bed: String brush: String @requires(fields: "coat { hairs }")
    }
    type Coat @shareable { hairs: Int }
    type Cat implements Named @key(fields: "id") { id: ID! name: String @shareable friend: Named @shareable bed: String }
    type Fish implements Named @key(fields: "id") {
      id: ID! name: String friend: Named @shareable bowl: Int tag: String @shareable
    }
    union Pet = Cat | Fish`,
  resolvers: {
    Query: { guests: () => [animal('f1'), animal('c2')] },
    Named: typeOf,
    Pet: typeOf,
    Dog: {
      __resolveReference: (reference: object) => reference,
      bed: ({ id }: { id: string }) => `bed of ${id}`,
      brush: ({ coat }: { coat: { hairs: number } }) => `for ${coat.hairs} hairs`,
    },
    Cat: { ...known, ...friend, bed: ({ id }: { id: string }) => `bed of ${id}` },
    Fish: { ...known, ...friend, bowl: () => 3 },
  },
};

/** Its interface, which a field of `home` brings along, makes the planner weigh up each type of `Named` by itself. */
const choir: SmallSubgraph = {
  sdl: `
    interface Piece @key(fields: "id") { id: ID! }
    type Song implements Piece @key(fields: "id") { id: ID! bars: Int @shareable }`,
  resolvers: { Piece: typeOf },
};

let up: ExecutorUp;
beforeAll(async () => {
  up = await executorUp({ home, shelter, choir }, { executor: 'compiled' });
});

it.each<[what: string, query: string, data: object]>([
  [
    'fields of types that another subgraph knows',
    '{ animals { __typename name ... on Dog { bed } ... on Cat { bed id } ... on Fish { bowl } } }',
    {
      animals: [
        { __typename: 'Dog', name: 'Dog 1', bed: 'bed of d1' },
        null,
        { __typename: 'Cat', name: 'Cat 1', bed: 'bed of c1', id: 'c1' },
        { __typename: 'Cat', name: 'Cat 2', bed: 'bed of c2', id: 'c2' },
      ],
    },
  ],
  [
    'a field with fragments only, of types that it never has in a subgraph that could be asked',
    '{ animals { friend { ... on Dog { brush } } } }',
    { animals: [{ friend: { brush: 'for 1000 hairs' } }, null, { friend: {} }, { friend: {} }] },
  ],
  [
    'the same through a fragment of the interface and a named one',
    '{ animals { friend { ... on Named { ...D } } } } fragment D on Dog { brush }',
    { animals: [{ friend: { brush: 'for 1000 hairs' } }, null, { friend: {} }, { friend: {} }] },
  ],
  [
    'lists of which no fragment applies keep their lengths and nulls',
    '{ pair { ... on Fish { bowl } } animals { ... on Fish { name } } }',
    { pair: [[{}, null], [], null], animals: [{}, null, {}, {}] },
  ],
  [
    'members of a union that differ by subgraph',
    '{ pets { ...P } guests { ...P } first { ... on Dog { name } } } fragment P on Pet { __typename ... on Cat { name bed } ... on Fish { bowl } ... on Dog { bed } }',
    {
      pets: [
        { __typename: 'Cat', name: 'Cat 1', bed: 'bed of c1' },
        { __typename: 'Dog', bed: 'bed of d1' },
      ],
      guests: [
        { __typename: 'Fish', bowl: 3 },
        { __typename: 'Cat', name: 'Cat 2', bed: 'bed of c2' },
      ],
      first: null,
    },
  ],
  [
    'an interface within a union, and the other way about',
    '{ pets { ... on Named { t: __typename name friend { name ... on Cat { bed } } } } }',
    {
      pets: [
        { t: 'Cat', name: 'Cat 1', friend: { name: 'Cat 2', bed: 'bed of c2' } },
        { t: 'Dog', name: 'Dog 1', friend: { name: 'Dog 1' } },
      ],
    },
  ],
])('%s', async (_what, query, data) => {
  const answer = await up.ask(query);
  expect(answer.errors).toEqual([]);
  expect(answer.text).toBe(JSON.stringify(data));
});

it('asks for no type where a field is asked for of every object', async () => {
  up.calls.length = 0;
  await up.ask('{ animals { ...N } } fragment N on Named { friend { ...N2 } } fragment N2 on Named { name }');
  expect(up.calls.map(({ subgraph }) => subgraph)).toEqual(['home']);
});

it('a type that another subgraph could not have answered with is an error, and no null', async () => {
  up.answers.set('home', () => ({
    data: { animals: [{ __typename: 'Cat', friend: { __typename: 'Dog', id: 'd1' } }] },
  }));
  const { data, errors } = await up.ask('{ animals { friend { ... on Dog { brush } } } }');
  up.answers.clear();
  expect(data).toEqual({ animals: [{ friend: { brush: null } }] });
  expect(errors).toEqual(['animals.0.friend.brush INCOMPLETE_ANSWER']);
});
