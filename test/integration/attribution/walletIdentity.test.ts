import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCase, type CaseOnDisk } from '../../support/attributionCase';
import { ask, openLoaded, type Opened } from '../../support/attributionSubgraph';
import { describeWithData } from '../../support/describeWithData';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';
import { sharedData } from '../../support/sharedData';

interface Lookup {
  readonly input: string;
  readonly problem: string | null;
  readonly wallet: {
    readonly id: string;
    readonly address: string;
    readonly chain: string;
    readonly problem: string | null;
  } | null;
}

interface PublishedRow {
  readonly address: string;
  readonly cls: readonly [string, string];
  readonly tickers: readonly string[];
}

const bitcoin = 'bip122:000000000019d6689c085ae165831e93';
const exploiter = '0x098b716b8aaf21512996dc57eb0615e2383e2f96';

let store: TestStore;
let empty: CaseOnDisk;
let opened: Opened;

beforeAll(async () => {
  empty = makeCase();
  store = await openTestStore();
  opened = await openLoaded(store, empty.folder);
});

afterAll(async () => {
  await opened.close();
  await store.close();
  empty.remove();
});

async function lookUp(addresses: readonly string[]): Promise<Lookup[]> {
  const { data, errors } = await ask(
    opened.subgraph,
    'query($a: [String!]!) { wallets(addresses: $a) { input problem wallet { id address chain problem } } }',
    { a: addresses },
    callerOf('analyst'),
  );
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data?.['wallets'])) as Lookup[];
}

/** Returns the chain that an unambiguous form tells. */
function chainOf({ cls: [form, checksum], tickers }: PublishedRow): string | undefined {
  if (checksum === 'bad') return undefined;
  if (form === 'evm') return 'eip155:1';
  if (form.startsWith('segwit:bc')) return bitcoin;
  if (form === 'b58check:len21:0x41') return 'tron:';
  return /^b58check:len21:0x[05]$/.test(form) && tickers.join() === 'XBT' ? bitcoin : undefined;
}

describeWithData('the 961 addresses that OFAC has published', () => {
  it('are answered in order, one wallet each, on the chain of their form', async () => {
    const path = join(sharedData, 'attribution', 'ofac', 'joined-2026-08-22.json');
    const { rows } = JSON.parse(readFileSync(path, 'utf8')) as { rows: PublishedRow[] };
    const found = await lookUp(rows.map(({ address }) => address));
    expect(found.map(({ input }) => input)).toEqual(rows.map(({ address }) => address));
    const wrong = rows.flatMap((row, i) => {
      const chain = chainOf(row);
      const wallet = found[i]?.wallet;
      const right =
        !chain ||
        (wallet?.id.startsWith(chain) && wallet.address.toLowerCase() === row.address.toLowerCase());
      return right ? [] : [[row.address, row.cls, wallet?.id]];
    });
    expect(wrong).toEqual([]);
    expect(rows.filter((row) => chainOf(row)).length).toBe(903);
    expect(found.filter(({ wallet }) => !wallet).map(({ input }) => input.slice(0, 4))).toHaveLength(3);
  });
});

it('there is one wallet for every written form of it, and wrong ones say why', async () => {
  const good = await lookUp([
    exploiter,
    exploiter.toUpperCase().replace('0X', '0x'),
    '0x098B716B8Aaf21512996dC57EB0615e2383E2f96',
    'eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96',
    `ethereum:${exploiter}`,
  ]);
  expect(new Set(good.map(({ wallet }) => wallet?.id)).size).toBe(1);
  expect(good[0]?.wallet).toMatchObject({ chain: 'eip155:1', problem: null });
  const bad = await lookUp([
    '0x098B716B8Aaf21512996dC57EB0615e2383E2F96',
    '1d6gg9ikehpittcwrjiniuj1jym2hneafj',
    '0x098b',
    'bc1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq',
    '',
    ' ',
    '💥',
    'x'.repeat(100_000),
  ]);
  for (const { wallet, problem } of bad) {
    expect(wallet).toBeNull();
    expect(problem).toMatch(/^\S.+/);
  }
});

it('a malformed address that a list published is only itself, and gives its problem', async () => {
  const malformed = 'bnb136ns6lfw4zs5hg4n85vdthaad7hq5m4gtkgf23';
  const [literal, bare] = await lookUp([`literal:ofac-sdn:${malformed}`, malformed]);
  expect(literal?.wallet).toEqual({
    id: `literal:ofac-sdn:${malformed}`,
    address: malformed,
    chain: 'literal:ofac-sdn',
    problem: expect.stringContaining('prefix `bnb`') as string,
  });
  expect(bare?.wallet).toBeNull();
  expect(bare?.problem).toBe(literal?.wallet?.problem);
});

it('a literal that can be read by now is the wallet that it names', async () => {
  const published = '42RLPACwZPx3vYYmxSueqsogfynBDqXK298EDsNoyoHi';
  const [literal, bare] = await lookUp([`literal:ofac-sdn:${published}`, published]);
  expect(literal?.wallet).toEqual(bare?.wallet);
  expect(bare?.wallet?.id).toBe(`solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:${published}`);
});
