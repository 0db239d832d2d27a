import { readSubgraphUrls } from '../../../../gateway/supergraph/subgraphUrls';
import { CordonError } from '../../../../shared/errors/cordonError';
import { ConfigError } from '../../../../shared/config/settings';

const join = 'https://specs.apollo.dev/join/v0.5';

/** The part of a supergraph that a gateway reads first. */
const supergraph = (graphs: string, linked = join) => `
  schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "${linked}", for: EXECUTION) { query: Query }
  enum join__Graph { ${graphs} }
  type Query { a: Int }`;

const graph = (name: string, url = '') =>
  `${name.toUpperCase().replaceAll('-', '_')} @join__graph(name: "${name}", url: "${url}")`;

const shop = supergraph(
  `${graph('stock', 'http://stock.example/api?v=2')} ${graph('user-reviews', 'https://reviews.example:8443')}`,
);

describe('the subgraphs of a supergraph', () => {
  it('are called at its URLs as they stand', () => {
    expect([...readSubgraphUrls(shop, {})]).toEqual([
      ['stock', ['http://stock.example/api?v=2']],
      ['user-reviews', ['https://reviews.example:8443']],
    ]);
  });

  it.each([
    ['one URL', 'http://10.0.0.1:5/graphql', ['http://10.0.0.1:5/graphql']],
    ['replicas', 'http://a:1/x , http://b:2/y', ['http://a:1/x', 'http://b:2/y']],
    ['a host without a path has that of the supergraph', 'http://a:1', ['http://a:1/api?v=2']],
    ['a path of / is a path', 'http://a:1/', ['http://a:1/']],
    ['nothing', '', ['http://stock.example/api?v=2']],
  ])('or where their variables say: %s', (_what, given, expected) => {
    expect(readSubgraphUrls(shop, { CORDON_STOCK_URL: given }).get('stock')).toEqual(expected);
  });

  it('whose names are not those of variables have one all the same', () => {
    const env = { CORDON_USER_REVIEWS_URL: 'http://r:1/' };
    expect(readSubgraphUrls(shop, env).get('user-reviews')).toEqual(['http://r:1/']);
  });
});

describe('what a gateway does not start with', () => {
  it('subgraphs without a URL, all named at once', () => {
    const start = () => readSubgraphUrls(supergraph(`${graph('a')} ${graph('b', 'ftp://b')}`), {});
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(/CORDON_A_URL: a URL is needed.*the subgraph a listens.*\nCORDON_B_URL: a URL/);
  });

  it.each([
    ['no URL', 'nowhere', 'a URL is needed'],
    ['one of several that is none', 'http://a,', 'a URL is needed'],
    ['a URL twice', 'http://a/x,http://a/x', 'it names a URL twice'],
  ])('%s', (_what, given, message) => {
    const start = () => readSubgraphUrls(shop, { CORDON_STOCK_URL: given });
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(`CORDON_STOCK_URL: ${message}`);
  });

  it('a variable that two subgraphs would share', () => {
    const alike = supergraph(`${graph('a-b', 'http://1')} A_B2 @join__graph(name: "a_b", url: "http://2")`);
    expect(readSubgraphUrls(alike, {}).size).toBe(2);
    expect(() => readSubgraphUrls(alike, { CORDON_A_B_URL: 'http://3' })).toThrow(
      'several subgraphs (a-b, a_b)',
    );
  });

  it.each([
    [
      'two graphs of one name',
      supergraph(`${graph('a')} B @join__graph(name: "a", url: "http://b")`),
      'a twice',
    ],
    ['a graph without a name', supergraph('A @join__graph(url: "http://a")'), 'without a name'],
    ['a graph that is not described', supergraph('A'), 'join__Graph.A has no @join__graph'],
    ['no graph', supergraph('').replace('enum join__Graph {  }', ''), 'names no subgraph'],
    ['another version of join', supergraph(graph('a'), join.replace('0.5', '0.9')), 'version v0.9'],
    ['a schema that is not composed', 'type Query { a: Int }', 'not a supergraph'],
    ['what is not GraphQL', 'type Query {', 'not GraphQL (line 1, column'],
  ])('%s', (_what, sdl, message) => {
    const start = () => readSubgraphUrls(sdl, {});
    expect(start).toThrow(CordonError);
    expect(start).toThrow(message);
  });
});
