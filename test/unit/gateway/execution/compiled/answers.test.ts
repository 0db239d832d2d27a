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

const right = async (query: string, data: object, variables = {}) => {
  const answer = await up.ask(query, variables);
  expect(answer.errors).toEqual([]);
  expect(answer.text).toBe(JSON.stringify(data));
};

describe('an answer has the form that was asked for', () => {
  it('joined over several keys, with aliases, fragments and conditions, in the order of the client', () =>
    right(
      `query($no: Boolean!) {
        a: product(upc: "p1") { ...P shipping name @skip(if: $no) }
        b: product(upc: "p2") { usd: price eur: price(currency: "EUR") ...P }
        none: product(upc: "x") { name }
      }
      fragment P on Product { upc inStock @include(if: $no) }`,
      {
        a: { upc: 'p1', inStock: 7, shipping: 40 },
        b: { usd: 1002, eur: 902, upc: 'p2', inStock: 14 },
        none: null,
      },
      { no: true },
    ));

  it('without a field that is skipped', () =>
    right(
      'query($no: Boolean!) { product(upc: "p1") { name @skip(if: $no) price @include(if: $no) } }',
      { product: { name: 'Product 1' } },
      { no: false },
    ));

  it('fields of one name are one, and so are their selections', () =>
    right('{ product(upc: "p1") { best { stars } } product(upc: "p1") { best { id } name } }', {
      product: { best: { stars: 2, id: 'r1' }, name: 'Product 1' },
    }));

  it('with the schema beside it', async () => {
    const { data, errors } = await up.ask(
      'query($name: String!) { price: __type(name: $name) { name } s: __schema { queryType { name } } product(upc: "p1") { name } }',
      { name: 'Product' },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      price: { name: 'Product' },
      s: { queryType: { name: 'Query' } },
      product: { name: 'Product 1' },
    });
  });

  it('__typename everywhere', () =>
    right(
      '{ __typename q: __typename product(upc: "p1") { t: __typename best { __typename product { __typename } } } }',
      {
        __typename: 'Query',
        q: 'Query',
        product: { t: 'Product', best: { __typename: 'Review', product: { __typename: 'Product' } } },
      },
    ));
});

describe('interfaces that another subgraph extends as objects', () => {
  it('have the type names and the fields of what implements them', () =>
    right(
      '{ media { __typename id title stars ... on Film { minutes } ... on Book { pages } reviews { stars } } }',
      {
        media: [
          { __typename: 'Film', id: 'm1', title: 'F', stars: 1, minutes: 90, reviews: [{ stars: 2 }] },
          { __typename: 'Book', id: 'm2', title: 'B', stars: 2, pages: 300, reviews: [{ stars: 2 }] },
          { __typename: 'Film', id: 'm3', title: 'G', stars: 3, minutes: 80, reviews: [{ stars: 2 }] },
        ],
      },
    ));

  it('need no type where none is asked for', () =>
    right('{ media(first: 2) { stars } }', { media: [{ stars: 1 }, { stars: 2 }] }));

  it('a type that is not said is an error where it is needed, and none where it is not', async () => {
    up.answers.set('catalog', () => ({ data: { media: [{ id: 'm1', title: 'F' }] } }));
    expect(await up.ask('{ media { title } }')).toMatchObject({
      data: { media: [{ title: 'F' }] },
      errors: [],
    });
    expect(await up.ask('{ media { title ... on Film { minutes } } }')).toMatchObject({
      data: null,
      errors: ['media.0 INCOMPLETE_ANSWER'],
    });
  });
});

describe('names that every object inherits', () => {
  const query =
    '{ __proto__: product(upc: "p1") { constructor: name toString: upc valueOf: inStock hasOwnProperty: price } }';

  it('are names like others', async () => {
    const { text, errors } = await up.ask(query);
    expect(errors).toEqual([]);
    expect(text).toBe(
      '{"__proto__":{"constructor":"Product 1","toString":"p1","valueOf":7,"hasOwnProperty":1001}}',
    );
    expect(({} as Record<string, unknown>)['valueOf']).toBe(Object.prototype.valueOf);
  });

  it('are missing where they are not answered', async () => {
    up.answers.set('catalog', () => ({ data: {} }));
    expect((await up.ask('{ constructor: product(upc: "p1") { name } }')).errors).toEqual([
      'constructor INCOMPLETE_ANSWER',
    ]);
  });
});

it("aliases that are the names of keys and of the gateway's own fields do not meet them", () =>
  right('{ product(upc: "p1") { upc: name sku: price __typename: inStock alias__upc: shipping } }', {
    product: { upc: 'Product 1', sku: 1001, __typename: 7, alias__upc: 40 },
  }));

describe('fields that a client calls by one name, on types that exclude each other', () => {
  it('are each their own, with their own arguments', () =>
    right('{ media(first: 2) { ... on Film { rank } ... on Book { rank(among: ["x", "y"]) } } }', {
      media: [{ rank: 100 }, { rank: 220 }],
    }));

  it('are each their own where they are different fields', () =>
    right('{ media(first: 2) { ... on Film { n: stars } ... on Book { n: rank } } }', {
      media: [{ n: 1 }, { n: 200 }],
    }));

  it('are one where their arguments are written in another order only', () =>
    right(
      `{ media(first: 1) {
        ... on Film { rank(among: ["x"], best: [{ a: 1, b: 2 }]) }
        ... on Media { rank(best: [{ b: 2, a: 1 }], among: ["x"]) }
      } }`,
      { media: [{ rank: 111 }] },
    ));
});

it('mutations in fragments are carried out in the order in which they are written', async () => {
  const { data, errors } = await up.ask(`mutation {
    ... { a: note(text: "1") { text } }
    b: note(text: "2") { text }
    ...Third
    ... { d: note(text: "4") { text } ...Third }
  }
  fragment Third on Mutation { ... { c: note(text: "3") { text } } }`);
  expect(errors).toEqual([]);
  expect(Object.keys(data ?? {})).toEqual(['a', 'b', 'c', 'd']);
  expect(up.calls.flatMap(({ query }) => query.match(/\w: ?note/g))).toEqual([
    'a:note',
    'b:note',
    'c:note',
    'd:note',
  ]);
});
