import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, type GraphQLSchema, parse } from 'graphql';
import { composeSupergraph } from '../../gateway/supergraph/compose';
import { type FakeSubgraph, fakeSubgraph, send } from './fakeSubgraphs';

/** A graph that is not Cordon's: another team's catalogue and stock, over HTTP. */

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])`;

const sdls = {
  catalog: `${link}
    "Any day, as this team writes it."
    scalar Date
    type Query { products(since: Date): [Product!]! product(upc: ID!): Product }
    type Product @key(fields: "upc") { upc: ID! name: String! weight: Int! added: Date! }
    type Mutation { rename(upc: ID!, name: String!): Product }`,
  'stock-levels': `${link}
    type Product @key(fields: "upc") { upc: ID! weight: Int! @external inStock: Int shipping: Int! @requires(fields: "weight") }`,
};

const products = ['p0', 'p1', 'p2'].map((upc, i) => ({
  upc,
  name: `Product ${i}`,
  weight: 10 * (i + 1),
  added: `day ${i}`,
}));
const productOf = ({ upc }: { readonly upc: string }) => products.find((product) => product.upc === upc);

const resolvers = {
  catalog: {
    Query: {
      products: () => products,
      product: (_: unknown, reference: { upc: string }) => productOf(reference) ?? null,
    },
    Product: { __resolveReference: productOf },
    Mutation: { rename: (_: unknown, reference: { upc: string }) => productOf(reference) },
  },
  'stock-levels': {
    Product: {
      __resolveReference: (reference: { upc: string }) => reference,
      inStock: ({ upc }: { upc: string }) => Number(upc.slice(1)) * 7,
      shipping: ({ weight }: { weight: number }) => weight * 2,
    },
  },
};

export type ShopSubgraph = keyof typeof sdls;

/** Answers as the subgraph does. */
export function respondAs(name: ShopSubgraph): FakeSubgraph['respond'] {
  const schema: GraphQLSchema = buildSubgraphSchema({
    typeDefs: parse(sdls[name]),
    resolvers: resolvers[name],
  });
  return (response, { query: source, variables }) =>
    void graphql({ schema, source, variableValues: variables as never }).then((result) =>
      send(response, result),
    );
}

export interface Shop {
  readonly catalog: FakeSubgraph;
  /** Two replicas of one subgraph. */
  readonly stock: readonly [FakeSubgraph, FakeSubgraph];
  /** The file of the supergraph, in a folder of its own. The URL of the stock is that of its first replica. */
  readonly supergraph: string;
  readonly sdl: string;
  close(): void;
}

export async function openShop(): Promise<Shop> {
  const catalog = await fakeSubgraph(respondAs('catalog'));
  const stock = [
    await fakeSubgraph(respondAs('stock-levels')),
    await fakeSubgraph(respondAs('stock-levels')),
  ] as const;
  const composed = composeSupergraph(sdls, { catalog: catalog.url, 'stock-levels': stock[0].url });
  if (!('supergraphSdl' in composed)) throw new Error(JSON.stringify(composed.problems));
  const folder = mkdtempSync(join(tmpdir(), 'cordon-shop-'));
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(supergraph, composed.supergraphSdl);
  return {
    catalog,
    stock,
    supergraph,
    sdl: composed.supergraphSdl,
    close() {
      for (const server of [catalog, ...stock]) server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
