import { type ExecutorUp, executorUp, type SmallSubgraph } from '../../../../support/executorUp';

const known = (reference: object) => reference;

const monolith: SmallSubgraph = {
  sdl: `
    type Query { item: Item }
    type Item @key(fields: "id") { id: ID! price: String stock: String place: String }`,
  resolvers: {
    Query: { item: () => ({ id: 'i1' }) },
    Item: { __resolveReference: known, price: () => 'old', stock: () => 'old', place: () => 'old' },
  },
};

const successor = (label: string): SmallSubgraph => ({
  sdl: `
    type Item @key(fields: "id") {
      id: ID!
      price: String @override(from: "monolith", label: "${label}")
      stock: String @override(from: "monolith", label: "later")
      place: String @override(from: "monolith")
    }`,
  resolvers: {
    Item: { __resolveReference: known, price: () => 'new', stock: () => 'new', place: () => 'new' },
  },
});

const query = '{ item { price stock place } }';
const open = (overrideLabels: readonly string[], label = 'prices'): Promise<ExecutorUp> =>
  executorUp({ monolith, successor: successor(label) }, { executor: 'compiled', overrideLabels });

it.each([
  [[], { price: 'old', stock: 'old', place: 'new' }],
  [['prices'], { price: 'new', stock: 'old', place: 'new' }],
  [['later', 'prices', 'of another graph'], { price: 'new', stock: 'new', place: 'new' }],
])(
  'fields are asked of the subgraph that overrides where their label is in force: %j',
  async (labels, item) => {
    const up = await open(labels);
    expect(await up.ask(query)).toMatchObject({ data: { item }, errors: [] });
  },
);

it('a share is rejected, with the field and the remedy', async () => {
  await expect(open([], 'percent(25)')).rejects.toMatchObject({
    code: 'SUPERGRAPH_INVALID',
    message: expect.stringContaining('Item.price has @override(label: "percent(25)")'),
  });
});

it('the stock executor decides no labels', async () => {
  await expect(
    executorUp(
      { monolith, successor: successor('prices') },
      { executor: 'stock', overrideLabels: ['prices'] },
    ),
  ).rejects.toThrow('CORDON_OVERRIDE_LABELS');
});
