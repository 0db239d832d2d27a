import fc from 'fast-check';
import { unitsOf } from '../../../console/src/parts/amountText';
import {
  filterProblems,
  filterVariables,
  noFilter,
  type SeenAsset,
} from '../../../console/src/pages/wallet/typedFilter';

const eth: SeenAsset = { id: 'eip155:1/slip44:60', symbol: 'ETH', decimals: 18 };
const usdc: SeenAsset = { id: 'eip155:1/erc20:0xa', symbol: 'USDC', decimals: 6 };
const bridged: SeenAsset = { id: 'eip155:137/erc20:0xb', symbol: 'USDC', decimals: 6 };
const unknown: SeenAsset = { id: 'eip155:1/erc20:0xc', symbol: 'XYZ', decimals: null };
const seen = [eth, usdc, unknown];

describe('the typed filter of transfers', () => {
  it('rejects a day that the calendar does not have, instead of filtering by another', () => {
    expect(filterProblems({ ...noFilter, until: '2022-02-30' }, seen)).toHaveProperty('until');
    expect(filterProblems({ ...noFilter, until: '2022-02-28' }, seen)).toEqual({});
  });

  it('takes whole days, the last one included', () => {
    expect(filterVariables({ ...noFilter, from: '2022-04-01', until: '2022-04-30' }, seen)).toMatchObject({
      from: '2022-04-01T00:00:00.000Z',
      until: '2022-05-01T00:00:00.000Z',
      asset: null,
    });
    expect(filterProblems({ ...noFilter, from: 'May' }, seen)).toHaveProperty('from');
    expect(filterProblems(noFilter, seen)).toEqual({});
  });

  it('takes a minimum in whole units of an asset, exactly, and in base units where its decimals are not known', () => {
    const min = (asset: string, minAmount: string) =>
      filterVariables({ ...noFilter, asset, minAmount }, seen).minAmount;
    expect(min(eth.id, '8.75')).toBe('8750000000000000000');
    expect(min('eth', '1,000.000000000000000001')).toBe('1000000000000000000001');
    expect(min(unknown.id, '8750')).toBe('8750');
    expect(min('eip155:1/erc20:0xnever-seen', '8750')).toBe('8750');
    expect(filterProblems({ ...noFilter, asset: unknown.id, minAmount: '8.75' }, seen)).toHaveProperty(
      'minAmount',
    );
    expect(filterProblems({ ...noFilter, asset: usdc.id, minAmount: '0.0000001' }, seen)).toHaveProperty(
      'minAmount',
    );
    expect(filterProblems({ ...noFilter, minAmount: '1' }, seen)).toHaveProperty('asset');
  });

  it('takes any amount back as it is shown', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 60n }), fc.constantFrom(eth, usdc), (amount, asset) => {
        const minAmount = unitsOf(String(amount), asset.decimals ?? 0);
        const typed = { ...noFilter, asset: asset.symbol, minAmount };
        expect(filterProblems(typed, seen)).toEqual({});
        expect(filterVariables(typed, seen)).toMatchObject({ asset: asset.id, minAmount: String(amount) });
      }),
    );
  });

  it('takes a symbol of two assets for neither of them', () => {
    const typed = { ...noFilter, asset: 'USDC', minAmount: '1.5' };
    expect(filterProblems(typed, [usdc, bridged])).toHaveProperty('minAmount');
    expect(filterVariables({ ...noFilter, asset: 'USDC' }, [usdc, bridged]).asset).toBe('USDC');
  });
});
