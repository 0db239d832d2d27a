import type { SmallSubgraph } from './executorUp';

/** A shop of another team: a graph that has nothing to do with Cordon's, with what is hard in federation. */

const products = Array.from({ length: 5 }, (_, i) => ({
  upc: `p${i}`,
  sku: `s${i}`,
  name: `Product ${i}`,
  weight: 10 * (i + 1),
}));
const productOf = (key: { readonly upc?: string; readonly sku?: string }) =>
  products.find(({ upc, sku }) => upc === key.upc || sku === key.sku);

const media = [
  { __typename: 'Film', id: 'm1', title: 'F', minutes: 90 },
  { __typename: 'Book', id: 'm2', title: 'B', pages: 300 },
  { __typename: 'Film', id: 'm3', title: 'G', minutes: 80 },
];

const catalog: SmallSubgraph = {
  sdl: `
    type Query { products: [Product!]! product(upc: ID!): Product media(first: Int = 3): [Media!]! cart: [Line!]! }
    type Product @key(fields: "upc") { upc: ID! name: String! weight: Int! sku: ID! @shareable }
    interface Media @key(fields: "id") { id: ID! title: String! }
    type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int! }
    type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int! }
    type Line { product: Product! amount: Int! }
    type Mutation { note(text: String!): Note! }
    type Note { text: String! about: Product! }`,
  resolvers: {
    Query: {
      products: () => products,
      product: (_: unknown, key: { upc: string }) => productOf(key) ?? null,
      media: (_: unknown, { first }: { first: number }) => media.slice(0, first),
      cart: () => Array.from({ length: 100 }, (_, i) => ({ product: products[i % 5], amount: i })),
    },
    Mutation: { note: (_: unknown, { text }: { text: string }) => ({ text, about: products[0] }) },
    Product: { __resolveReference: productOf },
    Media: {
      __resolveReference: (key: { id: string }) => media.find(({ id }) => id === key.id),
      __resolveType: ({ __typename }: { __typename: string }) => __typename,
    },
    Film: { __resolveReference: (key: { id: string }) => media.find(({ id }) => id === key.id) },
    Book: { __resolveReference: (key: { id: string }) => media.find(({ id }) => id === key.id) },
  },
};

const stock: SmallSubgraph = {
  sdl: `
    type Query { warehouses: [Warehouse!]! }
    type Warehouse { name: String! products: [Product!]! }
    type Product @key(fields: "upc") @key(fields: "sku") {
      upc: ID! sku: ID! @shareable weight: Int! @external
      price(currency: String! = "USD"): Int!
      inStock: Int
      shipping: Int! @requires(fields: "weight")
    }`,
  resolvers: {
    Query: {
      warehouses: () => [
        { name: 'north', products },
        { name: 'south', products: products.slice(0, 2) },
      ],
    },
    Product: {
      __resolveReference: (key: { upc?: string; sku?: string }) => ({ ...productOf(key), ...key }),
      price: ({ upc }: { upc: string }, { currency }: { currency: string }) =>
        (currency === 'EUR' ? 900 : 1000) + Number(upc.slice(1)),
      inStock: ({ upc }: { upc: string }) => (upc === 'p3' ? null : Number(upc.slice(1)) * 7),
      shipping: ({ weight }: { weight: number }) => weight * 2,
    },
  },
};

const review = (i: number) => ({
  id: `r${i}`,
  stars: (i % 5) + 1,
  product: { __typename: 'Product', upc: `p${i % 5}` },
});

const reviews: SmallSubgraph = {
  sdl: `
    type Query { reviews: [Review!]! }
    type Review @key(fields: "id") { id: ID! stars: Int! product: Product! }
    type Product @key(fields: "upc") {
      upc: ID!
      price(currency: String! = "USD"): Int! @external
      reviews: [Review!]!
      best: Review
      summary: String! @requires(fields: "price(currency: \\"EUR\\")")
      priceTag: String! @requires(fields: "price(currency: \\"USD\\")")
      label(size: Int!): String! @requires(fields: "price")
    }
    type Media @interfaceObject @key(fields: "id") {
      id: ID!
      reviews: [Review!]!
      stars: Int!
      rank(among: [String!], best: [Pair!]): Int!
    }
    input Pair { a: Int b: Int }`,
  resolvers: {
    Query: { reviews: () => Array.from({ length: 10 }, (_, i) => review(i)) },
    Review: { __resolveReference: ({ id }: { id: string }) => review(Number(id.slice(1))) },
    Product: {
      __resolveReference: (reference: object) => reference,
      reviews: ({ upc }: { upc: string }) => [review(Number(upc.slice(1))), review(Number(upc.slice(1)) + 5)],
      best: ({ upc }: { upc: string }) => review(Number(upc.slice(1))),
      summary: ({ price }: { price: number }) => `EUR ${price}`,
      priceTag: ({ price }: { price: number }) => `USD ${price}`,
      label: ({ price }: { price: number }, { size }: { size: number }) => `${price} at ${size}`,
    },
    Media: {
      __resolveReference: (reference: object) => reference,
      reviews: () => [review(1)],
      stars: ({ id }: { id: string }) => Number(id.slice(1)),
      rank: ({ id }: { id: string }, { among, best }: { among?: string[]; best?: object[] }) =>
        100 * Number(id.slice(1)) + 10 * (among?.length ?? 0) + (best?.length ?? 0),
    },
  },
};

export const shop = { catalog, stock, reviews };
