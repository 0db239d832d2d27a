const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable"])`;

interface Reference {
  readonly id?: string;
  readonly upc?: string;
  readonly price?: number;
  readonly weight?: number;
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const users = numbers(6).map((i) => ({
  id: `u${i}`,
  name: `Name of user ${i}`,
  username: `@user${i}`,
  birthday: 7,
}));
const products = numbers(9).map((i) => ({
  upc: `p${i}`,
  name: `Product ${i}`,
  price: 100 * i,
  weight: 50 * i,
}));
// Users have one to three reviews, products one or two.
const reviews = numbers(11).map((i) => ({
  id: `r${i}`,
  body: `What user ${(i * i) % 6} says of product ${i % 9}`,
  author: { id: `u${(i * i) % 6}` },
  product: { upc: `p${i % 9}` },
}));

/** Four subgraphs in the shape of graphql-hive/graphql-gateways-benchmark: users, products, stock, and reviews between them. */
export const shopGraph = {
  accounts: {
    sdl: `${link}
      type Query { me: User users: [User] }
      type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
    resolvers: {
      Query: { me: () => users[0], users: () => users },
      User: { __resolveReference: ({ id }: Reference) => users.find((user) => user.id === id) },
    },
  },
  inventory: {
    sdl: `${link}
      type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }`,
    resolvers: {
      Product: {
        __resolveReference: (reference: Reference) => reference,
        inStock: ({ upc }: Reference) => upc !== 'p3',
        shippingEstimate: ({ price = 0, weight = 0 }: Reference) => (price > 500 ? 0 : weight / 2),
      },
    },
  },
  products: {
    sdl: `${link}
      type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
      Product: {
        __resolveReference: ({ upc }: Reference) => products.find((product) => product.upc === upc),
      },
    },
  },
  reviews: {
    sdl: `${link}
      type Review @key(fields: "id") { id: ID! body: String author: User product: Product }
      type User @key(fields: "id") { id: ID! username: String @shareable reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
    resolvers: {
      Review: { __resolveReference: ({ id }: Reference) => reviews.find((review) => review.id === id) },
      User: {
        __resolveReference: (reference: Reference) => reference,
        username: ({ id }: Reference) => `@user${id?.slice(1)}`,
        reviews: ({ id }: Reference) => reviews.filter(({ author }) => author.id === id),
      },
      Product: {
        __resolveReference: (reference: Reference) => reference,
        reviews: ({ upc }: Reference) => reviews.filter(({ product }) => product.upc === upc),
      },
    },
  },
} as const;

/** The number of different texts that `shopQuery` makes. */
export const shopVariants = 40;

/** The benchmark's query, varied: the number of products, and a field of each variant's own. */
export const shopQuery = (variant: number): string => `query Shop($first: Int = ${(variant % 5) + 3}) {
  users { ...U reviews { ...R product { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } } } }
  topProducts(first: $first) { ...P reviews { ...R author { ...U reviews { ...R product { ...P } } } } }
  v${variant}: me { name }
}
fragment U on User { id username name }
fragment R on Review { id body }
fragment P on Product { inStock name price shippingEstimate upc weight }`;
