import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkOptions, openHttpLinks } from '../../../gateway/link/openLinks';
import { createGatewayMetrics } from '../../../gateway/metrics/gatewayMetrics';
import { readSubgraphUrls } from '../../../gateway/supergraph/subgraphUrls';
import { gatewayUp } from '../../support/gatewayUp';
import { openShop, type Shop } from '../../support/shopFleet';
import { temporaryFolder } from '../../support/temporaryFolder';

/** Supergraphs as older composers wrote them: in version 0.1 of the join specification (Federation 1), 0.2 and 0.3. */

const graphs = ({ catalog, stock: [stock] }: Shop) => `enum join__Graph {
  CATALOG @join__graph(name: "catalog" url: "${catalog.url}")
  STOCK_LEVELS @join__graph(name: "stock-levels" url: "${stock.url}")
}
scalar join__FieldSet
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
`;

const first = (shop: Shop) => `schema
  @core(feature: "https://specs.apollo.dev/core/v0.2")
  @core(feature: "https://specs.apollo.dev/join/v0.1", for: EXECUTION)
{ query: Query }
directive @core(feature: String!, as: String, for: core__Purpose) repeatable on SCHEMA
directive @join__field(graph: join__Graph, provides: join__FieldSet, requires: join__FieldSet) on FIELD_DEFINITION
directive @join__owner(graph: join__Graph!) on INTERFACE | OBJECT
directive @join__type(graph: join__Graph!, key: join__FieldSet) repeatable on INTERFACE | OBJECT
enum core__Purpose { EXECUTION SECURITY }
${graphs(shop)}
type Query { products: [Product!] @join__field(graph: CATALOG) }
type Product
  @join__owner(graph: CATALOG)
  @join__type(graph: CATALOG, key: "upc")
  @join__type(graph: STOCK_LEVELS, key: "upc")
{
  upc: ID! @join__field(graph: CATALOG)
  name: String! @join__field(graph: CATALOG)
  weight: Int! @join__field(graph: CATALOG)
  shipping: Int! @join__field(graph: STOCK_LEVELS, requires: "weight")
}`;

const second = (version: string) => (shop: Shop) => `schema
  @link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "https://specs.apollo.dev/join/${version}", for: EXECUTION)
{ query: Query }
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
${graphs(shop)}
type Query @join__type(graph: CATALOG) @join__type(graph: STOCK_LEVELS) { products: [Product!] @join__field(graph: CATALOG) }
type Product @join__type(graph: CATALOG, key: "upc") @join__type(graph: STOCK_LEVELS, key: "upc") {
  upc: ID!
  name: String! @join__field(graph: CATALOG)
  weight: Int! @join__field(graph: CATALOG) @join__field(graph: STOCK_LEVELS, external: true)
  shipping: Int! @join__field(graph: STOCK_LEVELS, requires: "weight")
}`;

it.each([
  ['0.1', first],
  ['0.2', second('v0.2')],
  ['0.3', second('v0.3')],
])('a supergraph in version %s of the join specification is joined', async (_version, write) => {
  const shop = await openShop();
  const supergraph = join(temporaryFolder(), 'supergraph.graphql');
  const sdl = write(shop);
  writeFileSync(supergraph, sdl);
  const options = linkOptions({ linkTimeoutMs: 10_000, shareCalls: 'on' }, createGatewayMetrics());
  const links = openHttpLinks(readSubgraphUrls(sdl, {}), () => 'x'.repeat(32), options);
  const up = await gatewayUp({ supergraph }, [...links]);
  try {
    const { data, errors } = await up.ask('{ products { name shipping } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      products: [0, 1, 2].map((i) => ({ name: `Product ${i}`, shipping: 20 * (i + 1) })),
    });
  } finally {
    await up.close();
    shop.close();
  }
});
