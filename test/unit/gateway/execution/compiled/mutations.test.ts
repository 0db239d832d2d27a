import { executorUp, type SmallSubgraph } from '../../../../support/executorUp';

/** Two subgraphs change the same stock, of which a third one tells what was changed so far. */
function stock() {
  const changes: string[] = [];
  const changing = (name: string): SmallSubgraph => ({
    sdl: `type Query { ${name}Status: String } type Mutation { ${name}(by: Int!): Item } type Item @key(fields: "id") { id: ID! }`,
    resolvers: {
      Mutation: {
        [name]: (_: unknown, { by }: { by: number }) => {
          changes.push(`${name} ${by}`);
          return { id: 'i1' };
        },
      },
    },
  });
  const subgraphs = {
    buying: changing('buy'),
    selling: changing('sell'),
    history: {
      sdl: 'type Item @key(fields: "id") { id: ID! changes: [String!]! }',
      resolvers: {
        Item: { __resolveReference: (reference: object) => reference, changes: () => [...changes] },
      },
    },
  };
  return { subgraphs, changes };
}

const two = 'mutation { buy(by: 1) { changes } sell(by: 2) { changes } }';

it.each<[string, string[], object]>([
  [two, ['buy 1', 'sell 2'], { buy: ['buy 1'], sell: ['buy 1', 'sell 2'] }],
  [
    'mutation { sell(by: 2) { changes } buy(by: 1) { changes } }',
    ['sell 2', 'buy 1'],
    { sell: ['sell 2'], buy: ['sell 2', 'buy 1'] },
  ],
  [
    'mutation { a: buy(by: 1) { changes } b: sell(by: 2) { changes } c: buy(by: 3) { changes } }',
    ['buy 1', 'sell 2', 'buy 3'],
    { a: ['buy 1'], b: ['buy 1', 'sell 2'], c: ['buy 1', 'sell 2', 'buy 3'] },
  ],
])(
  'mutation fields of two subgraphs lead to a third, each in its turn: %s',
  async (mutation, order, told) => {
    for (const executor of ['stock', 'compiled'] as const) {
      const { subgraphs, changes } = stock();
      const up = await executorUp(subgraphs, { executor });
      const { data, errors } = await up.ask(mutation);
      const expected = Object.entries(told).map(([name, known]) => [name, { changes: known as string[] }]);
      expect([changes, data, errors]).toEqual([order, Object.fromEntries(expected), []]);
    }
  },
);

it('the second is made where the third subgraph does not answer the first', async () => {
  const { subgraphs, changes } = stock();
  const up = await executorUp(subgraphs, { executor: 'compiled' });
  up.answers.set('history', (_request, own) => {
    if (changes.length === 1) throw new Error('down');
    return own();
  });
  const { data, errors } = await up.ask(two);
  expect([changes, errors]).toEqual([['buy 1', 'sell 2'], ['buy.changes SUBGRAPH_UNAVAILABLE']]);
  expect(data).toEqual({ buy: null, sell: { changes: ['buy 1', 'sell 2'] } });
});
