import { type ExecutorUp, executorUp, type SmallSubgraph } from '../../../../support/executorUp';

const parcel = { id: 'p1', weights: [3, null, 5], boxes: [[{ size: 2 }, null], null, [{ size: 7 }]] };

const store: SmallSubgraph = {
  sdl: `
    type Query { parcel: Parcel }
    type Parcel @key(fields: "id") { id: ID! weights: [Int] boxes: [[Box]] }
    type Box { size: Int }`,
  resolvers: { Query: { parcel: () => parcel }, Parcel: { __resolveReference: () => parcel } },
};

const post: SmallSubgraph = {
  sdl: `
    type Parcel @key(fields: "id") {
      id: ID! weights: [Int] @external boxes: [[Box]] @external
      postage: String @requires(fields: "weights")
      sizes: String @requires(fields: "boxes { size }")
    }
    type Box { size: Int @external }`,
  resolvers: {
    Parcel: {
      __resolveReference: (reference: object) => reference,
      postage: ({ weights }: { weights: unknown }) => JSON.stringify(weights),
      sizes: ({ boxes }: { boxes: unknown }) => JSON.stringify(boxes),
    },
  },
};

let up: ExecutorUp;
beforeAll(async () => {
  up = await executorUp({ store, post }, { executor: 'compiled' });
});
beforeEach(() => {
  up.answers.clear();
  up.calls.length = 0;
});

it('lists, and lists of lists, are passed along with their nulls', async () => {
  expect(await up.ask('{ parcel { postage sizes } }')).toMatchObject({
    errors: [],
    data: { parcel: { postage: '[3,null,5]', sizes: '[[{"size":2},null],null,[{"size":7}]]' } },
  });
});

it.each([
  ['an element', ['parcel', 'weights', 1]],
  ['whatever is null', undefined],
])(
  'what requires a list of which %s is lost is lost for its reason, and not asked for',
  async (_what, path) => {
    up.answers.set('store', async (_request, own) => ({
      ...(await own()),
      errors: [
        { message: 'the scales are broken', ...(path ? { path } : {}), extensions: { code: 'SCALES' } },
      ],
    }));
    expect(await up.ask('{ parcel { id postage } }')).toMatchObject({
      data: { parcel: { id: 'p1', postage: null } },
      errors: ['parcel.postage SCALES'],
    });
    expect(up.calls.map(({ subgraph }) => subgraph)).toEqual(['store']);
  },
);
