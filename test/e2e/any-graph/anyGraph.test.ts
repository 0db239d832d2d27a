import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testIssuer } from '../../support/gatewayTokens';
import {
  ask,
  freePort,
  type RunningProcess,
  runEntry,
  temporaryFolder,
  untilReady,
} from '../../support/runCordon';
import { openShop, type Shop } from '../../support/shopFleet';

const folder = temporaryFolder();
const running: RunningProcess[] = [];
let shop: Shop;
let token: string;
let env: Record<string, string>;

beforeAll(async () => {
  shop = await openShop();
  const issuer = await testIssuer();
  token = await issuer.sign({});
  const jwks = join(folder.path, 'jwks.json');
  writeFileSync(jwks, issuer.jwks);
  env = {
    PORT: '0',
    CORDON_JWKS: jwks,
    CORDON_SUPERGRAPH: shop.supergraph,
    CORDON_LINK_SECRET: 'x'.repeat(32),
  };
});

afterAll(async () => {
  await Promise.all(running.map((process) => process.ended('SIGKILL')));
  shop.close();
  folder.remove();
});

const start = (extra: Record<string, string> = {}, entry = 'gateway/main.js') => {
  const process = runEntry(entry, [], { ...env, ...extra });
  running.push(process);
  return process;
};

it('the gateway takes a supergraph that it has never seen', async () => {
  const port = await freePort();
  const stock = shop.stock.map(({ url }) => url).join();
  start({ PORT: String(port), CORDON_STOCK_LEVELS_URL: stock });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  const { data, errors } = await ask(url, '{ product(upc: "p1") { name shipping } }', { token });
  expect([errors, data]).toEqual([undefined, { product: { name: 'Product 1', shipping: 40 } }]);
});

describe('what does not start is said in a line', () => {
  const withSupergraph = (edit: (sdl: string) => string) => {
    const file = join(folder.path, 'edited.graphql');
    writeFileSync(file, edit(readFileSync(shop.supergraph, 'utf8')));
    return { CORDON_SUPERGRAPH: file };
  };

  it.each<[string, () => Record<string, string>, string]>([
    ['a setting that is misspelt', () => ({ CORDON_LINK_SECRETS: 'x' }), 'near: CORDON_LINK_SECRET'],
    [
      'a subgraph that is misspelt',
      () => ({ CORDON_STOCK_LEVEL_URL: 'http://a' }),
      'near: CORDON_STOCK_LEVELS_URL',
    ],
    [
      'a subgraph of another supergraph',
      () => ({ CORDON_SANCTIONS_URL: 'http://a' }),
      'CORDON_SANCTIONS_URL: there is no',
    ],
    [
      'a supergraph without URLs',
      () => withSupergraph((sdl) => sdl.replaceAll(/url: "http:\/\/127[^"]*"/g, 'url: ""')),
      'CORDON_CATALOG_URL: a URL is needed',
    ],
    [
      'two graphs of one name',
      () => withSupergraph((sdl) => sdl.replace('name: "stock-levels"', 'name: "catalog"')),
      'the supergraph names the subgraph catalog twice',
    ],
    [
      'another version of join',
      () => withSupergraph((sdl) => sdl.replace(/join\/v0\.\d/, 'join/v9.9')),
      'version v9.9',
    ],
    ['a file that is not there', () => ({ CORDON_SUPERGRAPH: '/nowhere.graphql' }), 'cannot be read: ENOENT'],
  ])('%s', async (_what, edit, message) => {
    const process = start(edit());
    expect(await process.ended()).toBe(1);
    expect(process.output).toContain(message);
    expect(process.output.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a setting that is misspelt, in a subgraph and on the command line', async () => {
    for (const [entry, name] of [
      ['subgraphs/sanctions/main.js', 'cordon sanctions'],
      ['cli/bin.js', 'cordon'],
    ] as const) {
      const process = start({ CORDON_LEDGER_KEYS: 'x' }, entry);
      expect(await process.ended()).toBe(1);
      expect(process.output).toMatch(
        new RegExp(`^${name}: CORDON_LEDGER_KEYS: there is no such setting; near: CORDON_LEDGER_KEY .*\\n$`),
      );
    }
  });
});
