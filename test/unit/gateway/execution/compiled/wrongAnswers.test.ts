import { type ExecutorUp, executorUp } from '../../../../support/executorUp';
import { shop } from '../../../../support/shop';

let up: ExecutorUp;
beforeAll(async () => {
  up = await executorUp(shop, { executor: 'compiled' });
});
beforeEach(() => {
  up.answers.clear();
});

const answering = (name: string, answer: object) => up.answers.set(name, () => answer);

const five = [0, 1, 2, 3, 4];

it.each<[what: string, answer: object, code: string]>([
  ['no data', { data: null }, 'SUBGRAPH_UNAVAILABLE'],
  ['nothing', {}, 'SUBGRAPH_UNAVAILABLE'],
  ['too few entities', { data: { _entities: [{ inStock: 1 }] } }, 'SUBGRAPH_UNAVAILABLE'],
  ['too many entities', { data: { _entities: five.concat(5).map(() => ({})) } }, 'SUBGRAPH_UNAVAILABLE'],
  ['no list', { data: { _entities: { inStock: 1 } } }, 'SUBGRAPH_UNAVAILABLE'],
  ['entities without the field', { data: { _entities: five.map(() => ({})) } }, 'INCOMPLETE_ANSWER'],
  ['entities that are no objects', { data: { _entities: [1, 'a', true, [], null] } }, 'INCOMPLETE_ANSWER'],
  ['another type', { data: { _entities: five.map(() => ({ inStock: 'many' })) } }, 'INCOMPLETE_ANSWER'],
  ['an object', { data: { _entities: five.map(() => ({ inStock: { a: 1 } })) } }, 'INCOMPLETE_ANSWER'],
  ['a list', { data: { _entities: five.map(() => ({ inStock: [7] })) } }, 'INCOMPLETE_ANSWER'],
])('%s is null with an error at each place, and the rest stands', async (_what, answer, code) => {
  answering('stock', answer);
  const { data, errors } = await up.ask('{ products { name inStock } }');
  expect(data).toEqual({ products: five.map((i) => ({ name: `Product ${i}`, inStock: null })) });
  expect(errors).toEqual(five.map((i) => `products.${i}.inStock ${code}`));
});

it.each<[what: string, products: unknown, error: string]>([
  ['a number for a list', 7, 'products'],
  ['an object for a list', { 0: { name: 'x' } }, 'products'],
  ['a list for an object', [[{ name: 'x' }]], 'products.0'],
  ['a null in a list that has none', [{ name: 'x' }, null], 'products.1'],
  ['a null that cannot be', [{ name: null }], 'products.0.name'],
  ['an object for a text', [{ name: {} }], 'products.0.name'],
])('%s takes along what cannot be null', async (_what, products, path) => {
  answering('catalog', { data: { products } });
  expect(await up.ask('{ products { name } }')).toMatchObject({
    data: null,
    errors: [`${path} INCOMPLETE_ANSWER`],
  });
});

it('what a subgraph was not asked for is not taken from it', async () => {
  answering('stock', { data: { _entities: [{ inStock: 5, name: 'from another one', upc: 'p9' }] } });
  expect((await up.ask('{ product(upc: "p1") { name inStock upc } }')).data).toEqual({
    product: { name: 'Product 1', inStock: 5, upc: 'p1' },
  });
});

it('an error without a path explains every null of its answer, also the deeper ones', async () => {
  answering('reviews', {
    data: {
      _entities: [
        {
          best: null,
          reviews: [
            { id: 'r1', stars: 3 },
            { id: 'r2', stars: null },
          ],
        },
      ],
    },
    errors: [{ message: 'the disk is full', extensions: { code: 'DISK' } }],
  });
  const { data, errors } = await up.ask('{ product(upc: "p1") { name best { id } inStock } }');
  expect(data).toEqual({ product: { name: 'Product 1', best: null, inStock: 7 } });
  expect(errors).toEqual(['product.best DISK']);
  const deeper = await up.ask('{ product(upc: "p1") { reviews { id stars } } }');
  expect(deeper).toMatchObject({ data: { product: null }, errors: ['product.reviews.1.stars DISK'] });
});

it.each<[what: string, path: unknown[]]>([
  ['a field that was not asked for', ['_entities', 0, 'other']],
  ['an entity that was not asked for', ['_entities', 4_000_000_000]],
  ['what is below a scalar', ['_entities', 0, 'reviews', 0, 'id', 'x']],
  ['something else', [{}]],
])('so does an error whose path names %s', async (_what, path) => {
  answering('reviews', {
    data: { _entities: [{ best: null, reviews: [{ id: 'r1' }] }] },
    errors: [{ message: 'no', path, extensions: { code: 'NO' } }],
  });
  expect((await up.ask('{ product(upc: "p1") { best { id } reviews { id } } }')).errors).toEqual([
    'product.best NO',
  ]);
});

it('a null that the subgraph means is a null without an error', async () => {
  expect(
    await up.ask('{ product(upc: "p3") { inStock } none: product(upc: "x") { inStock } }'),
  ).toMatchObject({
    data: { product: { inStock: null }, none: null },
    errors: [],
  });
});

it('JSON that is nested deeper than any query is no value of any type', async () => {
  const deep = (open: string, close: string) =>
    JSON.parse(open.repeat(100_000) + close.repeat(100_000)) as object;
  for (const name of [deep('[', ']'), JSON.parse(`${'{"name":'.repeat(9_999)}1${'}'.repeat(9_999)}`)]) {
    answering('catalog', { data: { product: { name, upc: 'p1' } } });
    expect((await up.ask('{ product(upc: "p1") { name } }')).errors).toEqual([
      'product.name INCOMPLETE_ANSWER',
    ]);
    answering('catalog', { data: { product: name } });
    expect((await up.ask('{ product(upc: "p1") { name } }')).data).toEqual({ product: null });
  }
});
