import { executorUp, type SmallSubgraph } from '../../../../support/executorUp';

/** One of each has the other's text under the other key. */
const names: Readonly<Record<string, string>> = { 'id 1': 'by id', 'sku 1': 'by sku' };

const byId: SmallSubgraph = {
  sdl: 'type Query { a: Item as: [Item] } type Item @key(fields: "id", resolvable: false) { id: ID! }',
  resolvers: { Query: { a: () => ({ id: '1' }), as: () => [{ id: '1' }] } },
};
const bySku: SmallSubgraph = {
  sdl: 'type Query { b: Item bs: [Item] } type Item @key(fields: "sku", resolvable: false) { sku: ID! }',
  resolvers: { Query: { b: () => ({ sku: '1' }), bs: () => [{ sku: '1' }] } },
};
const items: SmallSubgraph = {
  sdl: 'type Item @key(fields: "id") @key(fields: "sku") { id: ID! sku: ID! name: String }',
  resolvers: {
    Item: {
      __resolveReference: ({ id, sku }: { id?: string; sku?: string }) => ({
        name: names[id === undefined ? `sku ${sku}` : `id ${id}`],
      }),
    },
  },
};

it.each(['{ a { name } b { name } }', '{ b { name } a { name } }'])(
  'entities whose keys have one text, but are other fields, are two: %s',
  async (query) => {
    const up = await executorUp({ byId, bySku, items }, { executor: 'compiled' });
    expect(await up.ask(query)).toMatchObject({
      data: { a: { name: 'by id' }, b: { name: 'by sku' } },
      errors: [],
    });
  },
);
