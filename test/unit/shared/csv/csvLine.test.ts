import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { csvLine } from '../../../../shared/csv/csvLine';

const computed = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;

describe('a line of CSV', () => {
  it('reads as the cells that were given, but for an apostrophe before what a spreadsheet would compute', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"'), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const rows: string[][] = parse(csvLine(cells));
        expect(rows).toEqual([cells.map((one) => (computed.test(one) ? `'${one}` : one))]);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'])(
    'does not leave %j a formula',
    (cell) => {
      expect(csvLine([cell, 'a "b"'])).toBe(`"'${cell}","a ""b"""\r\n`);
    },
  );
});
