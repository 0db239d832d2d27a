import { executorUp } from '../../../../support/executorUp';

const asGiven = (reference: object) => reference;
const typeOf = { __resolveType: ({ __typename }: { __typename: string }) => __typename };

describe('keys that are null', () => {
  const books: Readonly<Record<string, { readonly upc: string; readonly id: string | null }>> = {
    b1: { upc: 'b1', id: '1' },
    b2: { upc: 'b2', id: null },
  };
  const graph = {
    shelf: {
      sdl: `type Query { books: [Book]! } type Book @key(fields: "upc") { upc: ID! }`,
      resolvers: { Query: { books: () => [{ upc: 'b1' }, null, { upc: 'b2' }, { upc: 'b3' }] } },
    },
    // Knows the other key, of two books of three.
    register: {
      sdl: `type Book @key(fields: "upc") @key(fields: "id") { upc: ID! id: ID }`,
      resolvers: {
        Book: { __resolveReference: ({ upc }: { upc: string }) => books[upc] ?? null },
      },
    },
    authors: {
      sdl: `type Book @key(fields: "id") { id: ID author: Author } type Author @key(fields: "id") { id: ID! name: String }`,
      resolvers: {
        Book: {
          // A key that is null names nothing.
          __resolveReference: (reference: { id: string | null }) =>
            reference.id === null ? null : reference,
          author: ({ id }: { id: string }) => ({ id: `a${id}`, name: 'A' }),
        },
        Author: { __resolveReference: asGiven },
      },
    },
  };

  it('leave the fields behind them null with an error on their path, and the rest stands', async () => {
    const up = await executorUp(graph);
    expect(await up.ask('{ books { upc author { name } } }')).toMatchObject({
      data: {
        books: [
          { upc: 'b1', author: { name: 'A' } },
          null,
          { upc: 'b2', author: null },
          { upc: 'b3', author: null },
        ],
      },
      errors: ['books.2.author INCOMPLETE_ANSWER', 'books.3.author INCOMPLETE_ANSWER'],
    });
    expect(up.calls.filter(({ subgraph }) => subgraph === 'authors')).toMatchObject([
      { variables: { representations: [{ id: '1' }, { id: null }] } },
    ]);
  });

  it('are nulls without an error where they are what was asked for', async () => {
    const up = await executorUp(graph);
    expect(await up.ask('{ books { id } }')).toMatchObject({
      data: { books: [{ id: '1' }, null, { id: null }, { id: null }] },
      errors: ['books.3.id INCOMPLETE_ANSWER'],
    });
  });
});

describe('keys of several kinds', () => {
  const part = (n: number) => ({ id: `p${n}`, code: { of: `c${n}`, at: n }, serial: `s${n}` });
  const parts = [1, 2, 3].map(part);
  const find = (reference: Partial<ReturnType<typeof part>>) =>
    parts.find(
      ({ id, code, serial }) =>
        id === reference.id ||
        serial === reference.serial ||
        (code.of === reference.code?.of && code.at === reference.code.at),
    ) ?? null;

  it('lead from subgraph to subgraph, compound ones too, also through an entity within an entity', async () => {
    const up = await executorUp({
      machines: {
        sdl: `
          type Query { machine: Machine }
          type Machine @key(fields: "id") @key(fields: "name parts { id }") { id: ID! @shareable name: String! @shareable parts: [Part!]! @shareable }
          type Part @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: { machine: () => ({ id: 'm1', name: 'M', parts: parts.map(({ id }) => ({ id })) }) },
        },
      },
      codes: {
        sdl: `
          type Part @key(fields: "id") @key(fields: "code { of at }") { id: ID! code: Code! }
          type Code @shareable { of: ID! at: Int! }`,
        resolvers: { Part: { __resolveReference: find } },
      },
      serials: {
        sdl: `
          type Part @key(fields: "code { at of }") @key(fields: "serial") { code: Code! serial: ID! weight: Int! }
          type Code @shareable { of: ID! at: Int! }`,
        resolvers: {
          Part: { __resolveReference: find, weight: ({ id }: { id: string }) => Number(id.slice(1)) * 10 },
        },
      },
      makers: {
        sdl: `type Part @key(fields: "serial") { serial: ID! maker: String! }`,
        resolvers: {
          Part: { __resolveReference: asGiven, maker: ({ serial }: { serial: string }) => `of ${serial}` },
        },
      },
      labels: {
        sdl: `
          type Part @key(fields: "id", resolvable: false) { id: ID! }
          type Machine @key(fields: "name parts { id }") {
            name: String! @shareable parts: [Part!]! @shareable label: String!
          }`,
        resolvers: {
          Machine: {
            __resolveReference: asGiven,
            label: ({ name, parts: own }: { name: string; parts: { id: string }[] }) =>
              `${name} ${own.map(({ id }) => id).join('+')}`,
          },
        },
      },
    });
    expect(await up.ask('{ machine { label parts { maker weight code { at } } } }')).toMatchObject({
      data: {
        machine: {
          label: 'M p1+p2+p3',
          parts: [
            { maker: 'of s1', weight: 10, code: { at: 1 } },
            { maker: 'of s2', weight: 20, code: { at: 2 } },
            { maker: 'of s3', weight: 30, code: { at: 3 } },
          ],
        },
      },
      errors: [],
    });
  });
});

describe('an interface that another subgraph has as an object', () => {
  const accounts = [
    { __typename: 'Person', id: '1', name: 'P', age: 40 },
    { __typename: 'Company', id: '2', name: 'C', country: 'AT' },
  ];
  const find = ({ id }: { id: string }) => accounts.find((account) => account.id === id) ?? null;
  const owners = {
    sdl: `
      type Query { accounts: [Account!]! }
      interface Account @key(fields: "id") { id: ID! name: String! }
      type Person implements Account @key(fields: "id") { id: ID! name: String! age: Int! }
      type Company implements Account @key(fields: "id") { id: ID! name: String! country: String! }`,
    resolvers: {
      Query: { accounts: () => accounts },
      Account: { ...typeOf, __resolveReference: find },
      Person: { __resolveReference: find },
      Company: { __resolveReference: find },
    },
  };
  const scores = {
    sdl: `
      type Query { best: Account worst: [Account] }
      type Account @interfaceObject @key(fields: "id") {
        id: ID! score: Int! name: String! @external greeting: String! @requires(fields: "name") next: Account
      }`,
    resolvers: {
      Query: { best: () => ({ id: '2' }), worst: () => [{ id: '1' }, null, { id: '2' }] },
      Account: {
        __resolveReference: asGiven,
        score: ({ id }: { id: string }) => Number(id) * 100,
        greeting: ({ name }: { name: string }) => `hello ${name}`,
        next: ({ id }: { id: string }) => (id === '1' ? { id: '2' } : null),
      },
    },
  };
  const open = () => executorUp({ owners, scores });

  it.each([
    ['{ best { id score } }', { best: { id: '2', score: 200 } }],
    ['{ best { __typename } }', { best: { __typename: 'Company' } }],
    [
      '{ worst { __typename name ... on Person { age } ... on Company { country score } } }',
      {
        worst: [
          { __typename: 'Person', name: 'P', age: 40 },
          null,
          { __typename: 'Company', name: 'C', country: 'AT', score: 200 },
        ],
      },
    ],
    [
      '{ accounts { greeting next { __typename greeting next { id } ... on Person { age } } } }',
      {
        accounts: [
          { greeting: 'hello P', next: { __typename: 'Company', greeting: 'hello C', next: null } },
          { greeting: 'hello C', next: null },
        ],
      },
    ],
    [
      '{ accounts { ... on Person { score } ... on Company { greeting } } }',
      { accounts: [{ score: 100 }, { greeting: 'hello C' }] },
    ],
    [
      '{ best { ... on Account { score ... on Company { country } ... on Person { age } } } }',
      { best: { score: 200, country: 'AT' } },
    ],
  ])('%s', async (query, data) => {
    const answer = await (await open()).ask(query);
    expect(answer).toMatchObject({ errors: [] });
    expect(answer.data).toEqual(data);
  });

  it.each(['Account', 'Person'])(
    'takes the type from whom it is known to, whatever the object is called there: %s',
    async (name) => {
      const up = await open();
      up.answers.set('scores', () => ({
        data: { best: { __typename: name, id: '2', score: 1 } },
      }));
      expect(await up.ask('{ best { id score name ... on Company { country } } }')).toMatchObject({
        data: { best: { id: '2', score: 1, name: 'C', country: 'AT' } },
        errors: [],
      });
    },
  );

  it('that resolves no references still passes its key on', async () => {
    const unresolvable = {
      sdl: `type Query { best: Account } type Account @interfaceObject @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: { Query: { best: () => ({ id: '1' }) } },
    };
    const up = await executorUp({ owners, unresolvable });
    expect(await up.ask('{ best { __typename id name ... on Person { age } } }')).toMatchObject({
      data: { best: { __typename: 'Person', id: '1', name: 'P', age: 40 } },
      errors: [],
    });
  });
});

describe('unions and interfaces that subgraphs know in part', () => {
  const things = [
    { __typename: 'Oven', id: 'o1', warranty: 1 },
    { __typename: 'Toaster', id: 't1', warranty: 3 },
  ];
  const find = ({ id }: { id: string }) => things.find((thing) => thing.id === id) ?? null;
  const open = () =>
    executorUp({
      // An oven is no node here.
      kitchen: {
        sdl: `
          union Product = Oven | Toaster
          interface Node { id: ID! }
          type Query { products: [Product!]! node: Node }
          type Oven @key(fields: "id") { id: ID! }
          type Toaster implements Node @key(fields: "id") { id: ID! warranty: Int @shareable }`,
        resolvers: {
          Query: { products: () => things, node: () => things[0] },
          Product: typeOf,
          Node: typeOf,
          Oven: { __resolveReference: find },
          Toaster: { __resolveReference: find },
        },
      },
      warranties: {
        sdl: `
          interface Node { id: ID! }
          interface Covered { warranty: Int }
          union Product = Toaster
          type Query { toasters: [Product!]! }
          type Oven implements Node & Covered @key(fields: "id") { id: ID! warranty: Int }
          type Toaster implements Node & Covered @key(fields: "id") { id: ID! warranty: Int @shareable }`,
        resolvers: {
          Query: { toasters: () => [things[1]] },
          Node: typeOf,
          Covered: typeOf,
          Product: typeOf,
          Oven: { __resolveReference: find },
          Toaster: { __resolveReference: find },
        },
      },
    });

  it.each([
    ['{ products { ... on Node { id } } }', { products: [{ id: 'o1' }, { id: 't1' }] }],
    [
      '{ products { __typename ... on Covered { warranty } } }',
      {
        products: [
          { __typename: 'Oven', warranty: 1 },
          { __typename: 'Toaster', warranty: 3 },
        ],
      },
    ],
    [
      '{ products { ... on Node { ... on Covered { ... on Oven { warranty } } ... on Toaster { id } } } }',
      { products: [{ warranty: 1 }, { id: 't1' }] },
    ],
    [
      '{ toasters { ... on Oven { id } ... on Node { __typename } } }',
      { toasters: [{ __typename: 'Toaster' }] },
    ],
  ])('%s', async (query, data) => {
    const answer = await (await open()).ask(query);
    expect(answer).toMatchObject({ errors: [] });
    expect(answer.data).toEqual(data);
  });

  it('a type that the subgraph may not answer with there is an error', async () => {
    expect(await (await open()).ask('{ node { id ... on Oven { warranty } } }')).toMatchObject({
      data: { node: null },
      errors: [expect.stringMatching(/^node/)],
    });
  });
});
