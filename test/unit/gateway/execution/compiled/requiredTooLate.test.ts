import { executorUp, type SmallSubgraph } from '../../../../support/executorUp';

/** Found by the differential test: `cost` is fetched from `prices` with the sku, before `weight`, which it requires. */
const subgraphs: Readonly<Record<string, SmallSubgraph>> = {
  start: {
    sdl: 'type Query { item: Item } type Item @key(fields: "meta { tag }", resolvable: false) { meta: Meta } type Meta @shareable { tag: String }',
    resolvers: { Query: { item: () => ({ meta: { tag: 't1' } }) } },
  },
  keys: {
    sdl: 'type Item @key(fields: "id") @key(fields: "sku") { id: ID! sku: String }',
    resolvers: { Item: { __resolveReference: () => ({ id: 'i1', sku: 's1' }) } },
  },
  prices: {
    sdl: 'type Item @key(fields: "sku") { sku: String weight: Int @external cost: Int @requires(fields: "weight") }',
    resolvers: {
      Item: {
        __resolveReference: (reference: object) => reference,
        cost: ({ weight }: { weight: number }) => weight * 10,
      },
    },
  },
  weights: {
    sdl: 'type Item @key(fields: "id") @key(fields: "meta { tag }") { id: ID! meta: Meta weight: Int } type Meta @shareable { tag: String }',
    resolvers: { Item: { __resolveReference: () => ({ id: 'i1', meta: { tag: 't1' }, weight: 7 }) } },
  },
};

it('a field is asked for after what it requires, where the planner asks for it before', async () => {
  const up = await executorUp(subgraphs, { executor: 'compiled' });
  expect(await up.ask('{ item { cost } }')).toMatchObject({ data: { item: { cost: 70 } }, errors: [] });
  expect(up.calls.at(-1)?.subgraph).toBe('prices');
});

/** The same where `weight` is a field of an object, of which another field was asked for before. */
const within: typeof subgraphs = {
  start: subgraphs['start']!,
  keys: subgraphs['keys']!,
  prices: {
    sdl: `type Item @key(fields: "sku") { sku: String meta: Meta @external cost: Int @requires(fields: "meta { weight }") }
      type Meta { weight: Int @external }`,
    resolvers: {
      Item: {
        __resolveReference: (reference: object) => reference,
        cost: ({ meta }: { meta: { weight: number } }) => meta.weight * 10,
      },
    },
  },
  weights: {
    sdl: `type Item @key(fields: "id") @key(fields: "meta { tag }") { id: ID! meta: Meta }
      type Meta { tag: String @shareable weight: Int }`,
    resolvers: { Item: { __resolveReference: () => ({ id: 'i1', meta: { tag: 't1', weight: 7 } }) } },
  },
};

it.each(['{ item { cost } }', '{ item { meta { tag } cost } }', '{ item { cost meta { weight } } }'])(
  'so is one that requires a field of an object: %s',
  async (query) => {
    const up = await executorUp(within, { executor: 'compiled' });
    const { data, errors } = await up.ask(query);
    expect([data, errors]).toMatchObject([{ item: { cost: 70 } }, []]);
  },
);
