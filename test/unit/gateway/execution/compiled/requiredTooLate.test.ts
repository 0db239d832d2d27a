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
