import type { SavingName } from '../../../../../gateway/metrics/savings';
import { type ExecutorUp, executorUp } from '../../../../support/executorUp';
import { shop } from '../../../../support/shop';

const open = (savings: readonly SavingName[]) => executorUp(shop, { executor: 'compiled', savings });
const all: readonly SavingName[] = ['representations', 'entities', 'waves', 'roots'];
const without = (saving: SavingName) => open(all.filter((other) => other !== saving));

const callsTo = (up: ExecutorUp, name: string) => up.calls.filter(({ subgraph }) => subgraph === name);
const representations = (up: ExecutorUp, name: string) =>
  callsTo(up, name).flatMap(({ variables }) =>
    Object.values(variables ?? {})
      .filter(Array.isArray)
      .flat(),
  );

describe('equal representations of a fetch are sent once', () => {
  const query = '{ cart { amount product { name price } } }';

  it('and every reference has what was answered', async () => {
    const up = await open(all);
    const { data, errors } = await up.ask(query);
    expect(errors).toEqual([]);
    expect(representations(up, 'stock')).toHaveLength(5);
    expect(up.counts).toEqual({
      equalRepresentations: 95,
      knownEntities: 0,
      mergedCalls: 0,
      equalRootFields: 0,
    });
    const lines = Array.from({ length: 100 }, (_, i) => ({
      amount: i,
      product: { name: `Product ${i % 5}`, price: 1000 + (i % 5) },
    }));
    expect(data).toEqual({ cart: lines });
  });

  it('unless that is switched off', async () => {
    const up = await without('representations');
    await up.ask(query);
    expect(representations(up, 'stock')).toHaveLength(100);
  });
});

describe('an entity that was had is not asked for again', () => {
  const query = '{ reviews { product { price reviews { product { price name } } } } }';

  it('in the same request', async () => {
    const up = await open(all);
    const { errors, data } = await up.ask(query);
    expect(errors).toEqual([]);
    expect(representations(up, 'stock')).toHaveLength(5);
    expect(up.counts.knownEntities).toBeGreaterThanOrEqual(5);
    const [review] = (data as { reviews: { product: { reviews: unknown[] } }[] }).reviews;
    expect(review?.product.reviews[1]).toEqual({ product: { price: 1000, name: 'Product 0' } });
  });

  it('unless that is switched off', async () => {
    const up = await without('entities');
    await up.ask(query);
    expect(representations(up, 'stock')).toHaveLength(10);
  });

  describe('by a call for fewer fields', () => {
    const wide = '{ product(upc: "p1") { shipping inStock best { product { inStock } } } }';

    it('but is taken from the larger one', async () => {
      const up = await open(all);
      expect(await up.ask(wide)).toMatchObject({
        data: { product: { shipping: 40, inStock: 7, best: { product: { inStock: 7 } } } },
        errors: [],
      });
      expect(callsTo(up, 'stock')).toHaveLength(1);
    });

    it('unless the larger one has lost something of it', async () => {
      const up = await open(all);
      up.answers.set('stock', (request, own) =>
        request.query.includes('shipping')
          ? {
              data: { _entities: [null] },
              errors: [
                { message: 'no', path: ['_entities', 0, 'shipping'], extensions: { code: 'NO_SHIPPING' } },
              ],
            }
          : own(),
      );
      expect((await up.ask(wide)).errors).toEqual(['product.shipping NO_SHIPPING']);
      expect(callsTo(up, 'stock').map(({ query: text }) => text)).toEqual([
        expect.stringContaining('shipping'),
        expect.not.stringContaining('shipping'),
      ]);
    });

    it('or lost something within it', async () => {
      const up = await open(all);
      up.answers.set('reviews', (request, own) =>
        request.query.includes('best')
          ? {
              data: {
                [request.query.includes('_0') ? '_0' : '_entities']: [
                  { reviews: [{ stars: 2 }, { stars: null }], best: { id: 'r1' } },
                ],
                ...(request.query.includes('_1')
                  ? { _1: [0, 2, 3, 4].map(() => ({ reviews: [{ stars: 5 }] })) }
                  : {}),
              },
              errors: [
                {
                  message: 'no',
                  path: [request.query.includes('_0') ? '_0' : '_entities', 0, 'reviews', 1, 'stars'],
                  extensions: { code: 'NO_STARS' },
                },
              ],
            }
          : own(),
      );
      const { data, errors } = await up.ask(
        '{ product(upc: "p1") { reviews { stars } best { id } } cart { product { upc reviews { stars } } } }',
      );
      expect(errors).toEqual(['product.reviews.1.stars NO_STARS']);
      expect(data?.['product']).toBeNull();
      expect((data?.['cart'] as object[])[1]).toEqual({
        product: { upc: 'p1', reviews: [{ stars: 2 }, { stars: 2 }] },
      });
    });

    it('also where the larger one is asked while the smaller one is under way', async () => {
      const up = await open(all);
      const product = (i: number) => ({ __typename: 'Product', upc: `p${i}` });
      up.answers.set('reviews', async () => {
        while (callsTo(up, 'stock').length === 0) await new Promise((resolve) => void setImmediate(resolve));
        const reviewed = [
          { ...product(0), best: { product: product(0) } },
          { ...product(2), best: null },
        ];
        return { data: { reviews: reviewed.map((each) => ({ product: each })) } };
      });
      const { data, errors } = await up.ask(`{
        first: product(upc: "p1") { price inStock }
        reviews { product { inStock best { product { price inStock } } } }
      }`);
      expect(errors).toEqual([]);
      expect(data).toMatchObject({
        reviews: [
          { product: { inStock: 0, best: { product: { price: 1000, inStock: 0 } } } },
          { product: { inStock: 14, best: null } },
        ],
      });
    });
  });

  it('nor in a mutation, where another answer may be right', async () => {
    const up = await open(all);
    const { data } = await up.ask(
      'mutation { a: note(text: "1") { text about { price } } b: note(text: "2") { about { price } } }',
    );
    expect(data).toEqual({ a: { text: '1', about: { price: 1000 } }, b: { about: { price: 1000 } } });
    expect(callsTo(up, 'catalog').map(({ query: text }) => text)).toEqual([
      expect.stringMatching(/note.*note/),
    ]);
  });
});

describe('what is asked of a subgraph at once is one call', () => {
  const query = '{ a: product(upc: "p1") { price } b: product(upc: "p2") { inStock } media { stars } }';

  it('with the answers in their places', async () => {
    const up = await open(all);
    const { data, errors } = await up.ask(query);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      a: { price: 1001 },
      b: { inStock: 14 },
      media: [{ stars: 1 }, { stars: 2 }, { stars: 3 }],
    });
    expect(callsTo(up, 'stock')).toHaveLength(1);
    expect(up.counts.mergedCalls).toBe(1);
  });

  it('unless that is switched off', async () => {
    const up = await without('waves');
    expect((await up.ask(query)).data).toMatchObject({ a: { price: 1001 }, b: { inStock: 14 } });
    expect(callsTo(up, 'stock')).toHaveLength(2);
  });

  it('an error of one part is not an error of another', async () => {
    const up = await open(all);
    up.answers.set('stock', async (_request, own) => ({
      ...(await own()),
      data: { _0: [{ price: 1 }], _1: [null] },
      errors: [{ message: 'no', path: ['_1', 0, 'inStock'], extensions: { code: 'NO_STOCK' } }],
    }));
    const { data, errors } = await up.ask(query);
    expect(data).toMatchObject({ a: { price: 1 }, b: { inStock: null } });
    expect(errors).toEqual(['b.inStock NO_STOCK']);
  });

  it('an error of a part that was not asked for is an error of every null', async () => {
    const up = await open(all);
    up.answers.set('stock', () => ({
      data: { _0: [{ price: 1 }], _1: [{ inStock: null }] },
      errors: [{ message: 'no', path: ['_2', 0, 'inStock'], extensions: { code: 'NO_STOCK' } }],
    }));
    expect((await up.ask(query)).errors).toEqual(['b.inStock NO_STOCK']);
  });

  it('a call without data is made anew for each part', async () => {
    const up = await open(all);
    up.answers.set('stock', (request, own) =>
      request.query.includes('_1:') ? { errors: [{ message: 'too complex' }] } : own(),
    );
    const { data, errors } = await up.ask(query);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ a: { price: 1001 }, b: { inStock: 14 } });
    expect(callsTo(up, 'stock')).toHaveLength(3);
  });

  it("a client's variables go along under their names", async () => {
    const up = await open(all);
    const { data } = await up.ask(
      'query Named($c: String!, $representations0: String!) { a: product(upc: "p1") { price(currency: $c) } b: product(upc: "p2") { inStock price(currency: $representations0) } }',
      { c: 'EUR', representations0: 'USD' },
    );
    expect(data).toEqual({ a: { price: 901 }, b: { inStock: 14, price: 1002 } });
    expect(callsTo(up, 'stock')).toEqual([expect.objectContaining({ operationName: 'Named__stock' })]);
  });
});

describe('equal root fields are asked once', () => {
  const query =
    '{ a: product(upc: "p1") { name } b: product(upc: "p1") { name } c: product(upc: "p2") { name } }';

  it('and answered under each alias', async () => {
    const up = await open(all);
    const { data, errors } = await up.ask(query);
    expect(errors).toEqual([]);
    expect(data).toEqual({ a: { name: 'Product 1' }, b: { name: 'Product 1' }, c: { name: 'Product 2' } });
    expect(up.calls[0]?.query.match(/product\(/g)).toHaveLength(2);
    expect(up.counts.equalRootFields).toBe(1);
  });

  it('with what is wrong, too', async () => {
    const up = await open(all);
    up.answers.set('catalog', () => ({
      data: { a: null, c: { name: 'C' } },
      errors: [{ message: 'no', path: ['a', 'name'], extensions: { code: 'NO_NAME' } }],
    }));
    const { data, errors } = await up.ask(query);
    expect(data).toEqual({ a: null, b: null, c: { name: 'C' } });
    expect(errors).toEqual(['a.name NO_NAME', 'b.name NO_NAME']);
  });

  it("and under its own name where a client's alias is all that differs", async () => {
    const up = await open(all);
    up.answers.set('catalog', () => ({
      data: { product: { name: 'P' }, media: null },
      errors: [{ message: 'no', path: ['media'], extensions: { code: 'NO_MEDIA' } }],
    }));
    const asked = (name: string) =>
      `{ ${name}: product(upc: "p1") { name } product: media(first: 1) { title } other: product(upc: "p1") { name } }`;
    for (const name of ['a', 'media']) {
      const { data, errors } = await up.ask(asked(name));
      expect(data).toBeNull();
      expect(errors).toEqual(['product NO_MEDIA']);
    }
    expect(new Set(up.calls.map(({ query: text }) => text)).size).toBe(1);
    up.answers.clear();
    expect((await up.ask(asked('media'))).data).toMatchObject({
      media: { name: 'Product 1' },
      product: [{ title: expect.any(String) }],
      other: { name: 'Product 1' },
    });
  });

  it('unless that is switched off, and never of a mutation', async () => {
    const up = await without('roots');
    await up.ask(query);
    expect(up.calls[0]?.query.match(/product\(/g)).toHaveLength(3);
    const other = await open(all);
    await other.ask('mutation { a: note(text: "1") { text } b: note(text: "1") { text } }');
    expect(other.calls[0]?.query.match(/note\(/g)).toHaveLength(2);
  });
});
