import { type ExecutorUp, executorUp } from '../../../../support/executorUp';
import { shop } from '../../../../support/shop';

let up: ExecutorUp;
beforeAll(async () => {
  up = await executorUp(shop, { executor: 'compiled' });
});
beforeEach(() => {
  up.calls.length = 0;
  up.answers.clear();
});

it.each<[what: string, query: string, data: object]>([
  [
    'the default beside what is required',
    '{ product(upc: "p1") { summary price } }',
    { product: { summary: 'EUR 901', price: 1001 } },
  ],
  [
    'a field of another value, nested within each other',
    '{ product(upc: "p1") { price(currency: "USD") best { product { summary price(currency: "EUR") } } } }',
    { product: { price: 1001, best: { product: { summary: 'EUR 901', price: 901 } } } },
  ],
  [
    "aliases, of which one is the field's own name",
    '{ product(upc: "p1") { price: name eur: price(currency: "EUR") summary usd: price } }',
    { product: { price: 'Product 1', eur: 901, summary: 'EUR 901', usd: 1001 } },
  ],
  [
    'two fields that require one field in two forms',
    '{ product(upc: "p1") { summary priceTag price(currency: "EUR") } }',
    { product: { summary: 'EUR 901', priceTag: 'USD 1001', price: 901 } },
  ],
  [
    'three of them, one with an argument of its own',
    'query($size: Int!) { product(upc: "p2") { a: summary b: priceTag c: label(size: $size) d: label(size: 2) } }',
    { product: { a: 'EUR 902', b: 'USD 1002', c: '1002 at 7', d: '1002 at 2' } },
  ],
  [
    "aliases in the form of the planner's own fields",
    '{ product(upc: "p1") { required__0: price required__1: upc summary priceTag } }',
    { product: { required__0: 1001, required__1: 'p1', summary: 'EUR 901', priceTag: 'USD 1001' } },
  ],
])('what is required with arguments does not meet what a client asks for: %s', async (_what, query, data) => {
  const answer = await up.ask(query, { size: 7 });
  expect(answer.errors).toEqual([]);
  expect(answer.data).toEqual(data);
});

it('passes what is required along under its own name', async () => {
  await up.ask('{ product(upc: "p1") { summary } }');
  const call = up.calls.find(({ subgraph }) => subgraph === 'reviews');
  expect(call?.variables?.['representations']).toEqual([{ __typename: 'Product', upc: 'p1', price: 901 }]);
  expect(up.calls.map(({ query }) => query).join()).toContain('price(currency:"EUR")');
});

it.each([
  ['a text', 'heavy'],
  ['a list', [20]],
  ['an object', {}],
  ['a null that cannot be', null],
])('what requires a number is not asked for where it is %s', async (_what, weight) => {
  up.answers.set('catalog', () => ({ data: { product: { __typename: 'Product', upc: 'p1', weight } } }));
  expect(await up.ask('{ product(upc: "p1") { shipping } }')).toMatchObject({
    data: { product: null },
    errors: ['product.shipping INCOMPLETE_ANSWER'],
  });
  expect(up.calls.map(({ subgraph }) => subgraph)).toEqual(['catalog']);
});

it('what requires a lost field is lost for its reason, and not asked for', async () => {
  up.answers.set('stock', () => ({
    data: { _entities: [null] },
    errors: [{ message: 'no rates', path: ['_entities', 0], extensions: { code: 'NO_RATES' } }],
  }));
  const answer = await up.ask('{ product(upc: "p1") { summary } }');
  expect(answer).toMatchObject({ data: { product: null }, errors: ['product.summary NO_RATES'] });
  expect(up.calls.map(({ subgraph }) => subgraph)).not.toContain('reviews');
});

it('the stock executor rejects such a graph: it would answer wrong values', async () => {
  await expect(executorUp(shop, { executor: 'stock' })).rejects.toThrow(
    'Product.price, which takes arguments',
  );
});
