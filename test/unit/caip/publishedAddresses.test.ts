import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedWallet } from '../../../shared/caip/wallet';
import { describeWithData } from '../../support/describeWithData';
import { sharedData } from '../../support/sharedData';

interface PublishedRow {
  readonly address: string;
  readonly tickers: readonly string[];
  /** Form and checksum, as whoever made the file found them. */
  readonly cls: readonly [string, string];
}

const bitcoin = 'bip122:000000000019d6689c085ae165831e93';

/** The chain of each form, whatever ticker is beside it, and the number of the 961 rows that have it. */
const expected: Readonly<Record<string, { readonly chain: string; readonly rows: number }>> = {
  'b58check:len21:0x41 ok': { chain: 'tron:0x2b6653dc', rows: 277 },
  'b58check:len21:0x0 ok': { chain: bitcoin, rows: 209 },
  'b58check:len21:0x5 ok': { chain: bitcoin, rows: 179 },
  'segwit:bc:v0 bech32': { chain: bitcoin, rows: 143 },
  'evm eip55-ok': { chain: 'eip155:1', rows: 56 },
  'evm lower': { chain: 'eip155:1', rows: 48 },
  'b58check:len21:0x30 ok': { chain: 'bip122:12a765e31ffd4059bada1e25190f6e98', rows: 11 },
  'xmr ?': { chain: 'monero:418015bb9ae982a1975da7d79277c270', rows: 9 },
  'cashaddr ?': { chain: 'bip122:000000000000000000651ef99cb9fcbe', rows: 6 },
  'b58check:len21:0x4c ok': { chain: 'bip122:00000ffd590b1485b3caadc19b22e637', rows: 5 },
  'b58check:len22:0x1cb8 ok': { chain: 'bip122:00040fe8ec8471911baa1db1266ea15d', rows: 4 },
  'b58raw:len32 nochk': { chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', rows: 4 },
  'b58check:len21:0x1e ok': { chain: 'bip122:1a91e3dace36e2be3bf030a65679fe82', rows: 3 },
  'b58check:len21:0x26 ok': { chain: 'btg:mainnet', rows: 1 },
  'xrp? ?': { chain: 'xrpl:0', rows: 1 },
  'b58check:len21:0x32 ok': { chain: 'bip122:12a765e31ffd4059bada1e25190f6e98', rows: 1 },
  'segwit:ltc:v0 bech32': { chain: 'bip122:12a765e31ffd4059bada1e25190f6e98', rows: 1 },
  // An address of no chain: kept as a literal.
  'unknown BAD': { chain: 'literal:ofac-sdn', rows: 2 },
  'hex64 ?': { chain: 'literal:ofac-sdn', rows: 1 },
};

const readRows = () =>
  (
    JSON.parse(readFileSync(join(sharedData, 'attribution', 'ofac', 'joined-2026-08-22.json'), 'utf8')) as {
      rows: PublishedRow[];
    }
  ).rows;

describeWithData('the 961 addresses that OFAC has published', () => {
  const classified = () =>
    readRows().map((row) => ({
      ...row,
      form: row.cls.join(' '),
      wallet: publishedWallet('ofac-sdn', row.address),
    }));

  it('are each on the chain of their form, none left out', () => {
    const counted: Record<string, { chain: string; rows: number }> = {};
    for (const { form, wallet } of classified()) {
      const chain = counted[form]?.chain ?? wallet.chain;
      counted[form] = {
        chain: chain === wallet.chain ? chain : `${chain} and ${wallet.chain}`,
        rows: 1 + (counted[form]?.rows ?? 0),
      };
    }
    expect(counted).toEqual(expected);
  });

  it('keep their spelling: only an EVM address in lower case is given its checksum', () => {
    for (const { address, wallet, form } of classified()) {
      expect(form === 'evm lower' ? wallet.address.toLowerCase() : wallet.address).toBe(address);
    }
  });

  it('name 961 wallets, for each is published once', () => {
    expect(new Set(classified().map(({ wallet }) => wallet.id)).size).toBe(961);
  });

  it('follow no ticker: USDT is on three chains, and what is called BCH or BSV in a form of Bitcoin is Bitcoin', () => {
    const chainsOf = (ticker: string) => [
      ...new Set(
        classified().flatMap(({ tickers, wallet }) => (tickers.includes(ticker) ? [wallet.chain] : [])),
      ),
    ];
    expect(chainsOf('USDT').sort()).toEqual([bitcoin, 'eip155:1', 'tron:0x2b6653dc']);
    expect(chainsOf('BCH').sort()).toEqual(['bip122:000000000000000000651ef99cb9fcbe', bitcoin]);
    expect(chainsOf('BSV')).toEqual([bitcoin]);
  });

  it('say of the three that are no address what is wrong with them', () => {
    const problems = Object.fromEntries(
      classified().flatMap(({ address, wallet }) =>
        wallet.problem ? [[address.slice(0, 8), wallet.problem]] : [],
      ),
    );
    expect(problems).toEqual({
      '45ezvPej': expect.stringContaining('Monero') as string,
      bnb136ns: expect.stringContaining('prefix `bnb`') as string,
      '5be5543f': expect.stringContaining('64 hexadecimal digits') as string,
    });
  });
});
