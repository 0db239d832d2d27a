import fc from 'fast-check';
import { amountText, baseUnitsOf, unitsOf } from '../../../console/src/parts/amountText';

describe('an amount in units', () => {
  it.each([
    ['8750000000000000000', 18, '8.75'],
    ['24500000000', 6, '24,500'],
    ['1', 18, '0.000000000000000001'],
    ['0', 8, '0'],
    ['1234567', 0, '1,234,567'],
    ['-1500', 3, '-1.5'],
  ])('%s with %i decimals is %s', (baseUnits, decimals, text) => {
    expect(unitsOf(baseUnits, decimals)).toBe(text);
  });

  it('is exact: it can be read back to the base units', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 40n }),
        fc.integer({ min: 0, max: 30 }),
        (amount, decimals) => {
          const [whole = '', rest = ''] = unitsOf(String(amount), decimals).replaceAll(',', '').split('.');
          expect(BigInt(whole + rest.padEnd(decimals, '0'))).toBe(amount);
        },
      ),
    );
  });

  it('that is typed gives the base units that are shown so', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 40n }),
        fc.integer({ min: 0, max: 30 }),
        (amount, decimals) => {
          expect(baseUnitsOf(unitsOf(String(amount), decimals), decimals)).toBe(String(amount));
        },
      ),
    );
  });

  it.each([
    ['', 18],
    ['0', 18],
    ['0.00', 2],
    ['-1', 2],
    ['1.005', 2],
    ['1e3', 2],
    ['12,34', 2],
    ['1.', 2],
    [' 1', 2],
    ['.5', 2],
    ['0x1', 2],
  ])('%j with %i decimals is no amount', (typed, decimals) => {
    expect(baseUnitsOf(typed, decimals)).toBeUndefined();
  });

  it('says base units where the decimals are unknown', () => {
    expect(amountText('15', { symbol: 'XYZ', decimals: null }, 'base units')).toBe('15 base units XYZ');
  });
});
