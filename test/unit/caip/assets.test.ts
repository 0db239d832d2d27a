import { assetOfId, readAsset } from '../../../shared/caip/assets';

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

it('takes an asset of another namespace as its id says it, and a token of many', () => {
  expect(readAsset('eip155:56', 'eip155:56/slip44:60')).toMatchObject({
    symbol: 'slip44:60',
    decimals: null,
  });
  expect(
    readAsset('eip155:1', 'eip155:1/erc721:0x06012c8cf97bead5deae237070f9587f8e7a266d/771769')?.symbol,
  ).toBe('erc721:0x06012c8cf97BEaD5deAe237070F9587f8E7A266d/771769');
});

it.each(['USDC', 'erc20:0x12', `${usdc}0`, 'eip155:10/slip44:60', 'eip155:1/ERC20:x', 'eip155:1/', ''])(
  'refuses %j on Ethereum',
  (written) => expect(readAsset('eip155:1', written)).toBeUndefined(),
);

it('knows the native asset of an EVM chain or none, and never takes another’s for it', () => {
  const bnb = { id: 'eip155:56/slip44:714', symbol: 'BNB', decimals: 18 };
  expect([readAsset('eip155:56', 'BNB'), readAsset('eip155:56', bnb.id)]).toEqual([bnb, bnb]);
  expect(readAsset('eip155:56', 'ETH')).toBeUndefined();
  expect(readAsset('eip155:8453', 'ETH')).toMatchObject({ id: 'eip155:8453/slip44:60', decimals: 18 });
  expect(readAsset('eip155:424242', 'ETH')).toBeUndefined();
  // What was let in before is still an asset.
  expect(assetOfId('eip155:424242/slip44:60')).toMatchObject({ symbol: 'slip44:60', decimals: null });
});

it('takes a contract in base58 by its case alone', () => {
  const usdt = 'tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';
  expect(readAsset('tron:0x2b6653dc', usdt)?.symbol).toBe('USDT');
  expect(readAsset('tron:0x2b6653dc', usdt.toLowerCase())?.symbol).not.toBe('USDT');
});
