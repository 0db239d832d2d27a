import { assetOptions } from '../../../console/src/pages/account/assetOptions';

it('tells which assets take amounts in base units: those whose decimals are not known', () => {
  const options = assetOptions([
    { id: 'eip155:1/slip44:60', symbol: 'ETH', decimals: 18 },
    { id: 'eip155:1/erc20:0x1', symbol: 'XYZ', decimals: null },
  ]);
  expect(options.map(({ label }) => label)).toEqual([
    'ETH',
    'XYZ (in base units, as the decimals are not known)',
  ]);
});
