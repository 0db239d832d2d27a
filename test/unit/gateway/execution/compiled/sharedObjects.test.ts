import { executorUp, type ExecutorUp, type SmallSubgraph } from '../../../../support/executorUp';

/** Four lines of two products: equal objects of one place are one object of the gateway's data. */
let price = 1;
const orders: SmallSubgraph = {
  sdl: `
    type Query { lines: [Line!]! }
    type Mutation { raise: [Line!]! }
    type Line { product: Product gift: Product pair: [[Product]] }
    type Product @key(fields: "id", resolvable: false) { id: ID! }`,
  resolvers: {
    Query: { lines: () => lines() },
    Mutation: {
      raise: () => {
        price++;
        return lines();
      },
    },
  },
};
const product = (id: string) => ({ __typename: 'Product', id });
const lines = () =>
  ['1', '2', '1', '2'].map((id) => ({
    product: product(id),
    gift: product('1'),
    pair: [[product(id), product('1')], null],
  }));

const shop: SmallSubgraph = {
  sdl: `
    type Product @key(fields: "id") { id: ID! name(upper: Boolean = false): String price: Int! maker: Maker }
    type Maker @key(fields: "code") { code: ID! }`,
  resolvers: {
    Product: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      name: ({ id }: { id: string }, { upper }: { upper: boolean }) =>
        upper ? `PRODUCT ${id}` : `Product ${id}`,
      price: () => price,
      maker: () => ({ code: 'm' }),
    },
  },
};
const makers: SmallSubgraph = {
  sdl: 'type Maker @key(fields: "code") { code: ID! city: String! }',
  resolvers: {
    Maker: { __resolveReference: ({ code }: object & { code: string }) => ({ code, city: `City ${code}` }) },
  },
};

let up: ExecutorUp;
beforeEach(async () => {
  price = 1;
  up = await executorUp({ orders, shop, makers }, { executor: 'compiled' });
});

const ids = ['1', '2', '1', '2'];

it('a field that is asked for at one place is not at another', async () => {
  const { data, errors } = await up.ask('{ lines { product { name } gift { id price } pair { id } } }');
  expect(errors).toEqual([]);
  expect(data).toEqual({
    lines: ids.map((id) => ({
      product: { name: `Product ${id}` },
      gift: { id: '1', price: 1 },
      pair: [[{ id }, { id: '1' }], null],
    })),
  });
});

it('other arguments, names and conditions of one field are other values', async () => {
  const query = `query ($no: Boolean!) {
    a: lines { product { name n: name(upper: true) id @include(if: $no) } }
    b: lines { product { name(upper: true) price @skip(if: true) } gift { ... on Product { name n: name } } }
  }`;
  const { data, errors } = await up.ask(query, { no: false });
  expect(errors).toEqual([]);
  expect(data).toEqual({
    a: ids.map((id) => ({ product: { name: `Product ${id}`, n: `PRODUCT ${id}` } })),
    b: ids.map((id) => ({
      product: { name: `PRODUCT ${id}` },
      gift: { name: 'Product 1', n: 'Product 1' },
    })),
  });
});

it('an error is told at every place, and the parent there is null', async () => {
  up.answers.set('shop', async (request, own) => {
    const answer = (await own()) as { data: Record<string, (object | null)[]> };
    const [[name, entities] = ['', []]] = Object.entries(answer.data);
    const at = (Object.values(request.variables ?? {})[0] as { id: string }[]).findIndex(
      ({ id }) => id === '1',
    );
    entities[at] = null;
    return {
      ...answer,
      errors: [{ message: 'no', path: [name, at, 'price'], extensions: { code: 'NO_PRICE' } }],
    };
  });
  const { data, errors } = await up.ask('{ lines { product { id price } pair { price } } }');
  expect(data).toEqual({
    lines: ids.map((id) => ({
      product: id === '1' ? null : { id, price: 1 },
      pair: [[id === '1' ? null : { price: 1 }, null], null],
    })),
  });
  expect(errors).toEqual([
    'lines.0.product.price NO_PRICE',
    'lines.0.pair.0.0.price NO_PRICE',
    'lines.0.pair.0.1.price NO_PRICE',
    'lines.1.pair.0.1.price NO_PRICE',
    'lines.2.product.price NO_PRICE',
    'lines.2.pair.0.0.price NO_PRICE',
    'lines.2.pair.0.1.price NO_PRICE',
    'lines.3.pair.0.1.price NO_PRICE',
  ]);
});

it('so is one below a shared object, of another subgraph', async () => {
  up.answers.set('makers', () => ({
    data: { _entities: [null] },
    errors: [{ message: 'no', path: ['_entities', 0, 'city'], extensions: { code: 'NO_CITY' } }],
  }));
  const { data, errors } = await up.ask('{ lines { product { name maker { code city } } } }');
  expect(data).toEqual({ lines: ids.map((id) => ({ product: { name: `Product ${id}`, maker: null } })) });
  expect(errors).toEqual([0, 1, 2, 3].map((i) => `lines.${i}.product.maker.city NO_CITY`));
});

it('objects of which one lost something are two', async () => {
  up.answers.set('orders', () => ({
    data: {
      lines: [
        { product: { __typename: 'Product', id: '1' } },
        { product: { __typename: 'Product', id: null } },
      ],
    },
    errors: [{ message: 'no', path: ['lines', 1, 'product', 'id'], extensions: { code: 'NO_ID' } }],
  }));
  const { data, errors } = await up.ask('{ lines { product { name } } }');
  expect(data).toEqual({ lines: [{ product: { name: 'Product 1' } }, { product: { name: null } }] });
  expect(errors).toEqual(['lines.1.product.name NO_ID']);
});

it('a mutation has its own values', async () => {
  const { data, errors } = await up.ask('mutation { raise { product { price } gift { price id } } }');
  expect(errors).toEqual([]);
  expect(data).toEqual({ raise: ids.map(() => ({ product: { price: 2 }, gift: { price: 2, id: '1' } })) });
  expect((await up.ask('mutation { raise { gift { price } } }')).data).toEqual({
    raise: ids.map(() => ({ gift: { price: 3 } })),
  });
});
