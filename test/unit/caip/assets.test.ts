import { assetOfId, parseAsset, readAsset } from '../../../shared/caip/assets';

const usdc = 'eip155:1/erc20:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';

it('reads the native symbol of a chain, and the id', () => {
  const ether = { id: 'eip155:1/slip44:60', symbol: 'ETH', decimals: 18 };
  expect(readAsset('eip155:1', 'ETH')).toEqual(ether);
  expect(readAsset('eip155:1', 'eip155:1/slip44:60')).toEqual(ether);
});

it('is one asset in every spelling of its contract', () => {
  expect(readAsset('eip155:1', usdc.toLowerCase())?.id).toBe(usdc);
  const written = 'eip155:137/erc20:0x2791bca1f2de4661ed88a30c99a7a9449aa84174';
  const read = readAsset('eip155:137', written);
  expect(read).toEqual({
    id: 'eip155:137/erc20:0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174',
    symbol: 'erc20:0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174',
    decimals: null,
  });
  expect(assetOfId(read!.id)).toEqual(read);
});

it('rejects another coin type than the native one, and namespaces that the chain does not have', () => {
  const problemOf = (written: string) => parseAsset(written.split('/')[0]!, written);
  expect(problemOf('eip155:56/slip44:60')).toEqual({
    problem: 'the native asset of eip155:56 is eip155:56/slip44:714',
  });
  expect(problemOf('eip155:1/foo:bar')).toEqual({
    problem: expect.stringMatching(/no assets of the namespace foo: it has slip44, erc20/) as string,
  });
  for (const rejected of [
    'eip155:424242/slip44:60',
    'eip155:1/slip44:060',
    'eip155:1/slip44:60/1',
    `${usdc}/1`,
    'eip155:1/bep20:0x55d398326f99059fF775485246999027B3197955',
    'tron:0x2b6653dc/trc20:0xa614f803B6FD780986A42c78Ec9c7f77e6DeD13C',
    'tron:0x2b6653dc/trc10:01',
    'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp/token:usdc',
    'xrpl:0/token:XRP.rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B',
    // XRP, two letters, and what is behind the letters: no currency of a token.
    'xrpl:0/token:0000000000000000000000005852500000000000.rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B',
    'xrpl:0/token:0000000000000000000000005553000000000000.rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B',
    'xrpl:0/token:0000000000000000000000005553440000000001.rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B',
    'bip122:000000000019d6689c085ae165831e93/slip44:2',
    'monero:418015bb9ae982a1975da7d79277c270/token:x',
    'bip122:ffff/slip44:0',
    // Data providers' forms of the native asset: it would have two ids.
    'eip155:1/erc20:0x0000000000000000000000000000000000000000',
    'eip155:137/erc20:0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee',
    'eip155:56/bep20:0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE',
    'tron:0x2b6653dc/trc20:T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb',
    'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp/spl:11111111111111111111111111111111',
    'bip122:000000000019d6689c085ae165831e93/omni:0',
    'ETH',
  ])
    expect([rejected, problemOf(rejected)]).toEqual([rejected, { problem: expect.any(String) as string }]);
});

const bsc = '0x55d398326f99059fF775485246999027B3197955';
const trc20 = 'tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
const oneAsset = [
  [
    'xrpl:0/token:USD.rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B',
    'xrpl:0/token:0000000000000000000000005553440000000000.rvYAfWj5gh67oV6fW32ZzP3Aw4Eubs59B',
  ],
  [trc20, 'tron:0x2b6653dc/trc20:41a614f803b6fd780986a42c78ec9c7f77e6ded13c'],
  [`eip155:56/erc20:${bsc}`, `eip155:56/bep20:${bsc}`],
  [`eip155:56/erc20:${bsc}`, `eip155:56/bep20:${bsc.toLowerCase()}`],
  [
    'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp/token:EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v',
    'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp/spl:EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v',
  ],
  [
    'eip155:1/erc721:0x06012c8cf97BEaD5deAe237070F9587f8E7A266d/771769',
    'eip155:1/erc721:0x06012c8cf97bead5deae237070f9587f8e7a266d/771769',
  ],
] as const;

it.each(oneAsset)('writes %s for %s', (id, written) => {
  for (const one of [id, written]) expect(readAsset(one.split('/')[0]!, one)?.id).toBe(id);
  expect(assetOfId(written).id).toBe(id);
});

it.each(['USDC', 'erc20:0x12', `${usdc}0`, 'eip155:10/slip44:60', 'eip155:1/ERC20:x', 'eip155:1/', ''])(
  'rejects %j on Ethereum',
  (written) => expect(readAsset('eip155:1', written)).toBeUndefined(),
);

it('knows the native asset of an EVM chain or none, and never takes another’s for it', () => {
  const bnb = { id: 'eip155:56/slip44:714', symbol: 'BNB', decimals: 18 };
  expect([readAsset('eip155:56', 'BNB'), readAsset('eip155:56', bnb.id)]).toEqual([bnb, bnb]);
  expect(readAsset('eip155:56', 'ETH')).toBeUndefined();
  expect(readAsset('eip155:8453', 'ETH')).toMatchObject({ id: 'eip155:8453/slip44:60', decimals: 18 });
  expect(readAsset('eip155:424242', 'ETH')).toBeUndefined();
  // An asset that was accepted before is still one.
  expect(assetOfId('eip155:424242/slip44:60')).toMatchObject({ symbol: 'slip44:60', decimals: null });
});

it('takes a contract in base58 only by its case', () => {
  const usdt = 'tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
  expect(readAsset('tron:0x2b6653dc', usdt)?.symbol).toBe('USDT');
  expect(readAsset('tron:0x2b6653dc', usdt.toLowerCase())).toBeUndefined();
});
