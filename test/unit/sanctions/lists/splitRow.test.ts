import fc from 'fast-check';
import { CsvError, parse } from 'csv-parse/sync';
import { splitRow } from '../../../../subgraphs/sanctions/import/ofac/splitRow';

/** Returns csv-parse's reading of a line, with OFAC's null; or the code of its error. */
function parsed(line: string): (string | null)[] | string {
  try {
    const rows: (string | null)[][] = parse(line, {
      record_delimiter: '\n',
      cast: (text, { quoting }) => (!quoting && text.trim() === '-0-' ? null : text),
    });
    return rows[0] ?? [];
  } catch (error) {
    if (error instanceof CsvError) return error.code;
    throw error;
  }
}

const field = fc.oneof(
  fc.string().map((text) => `"${text.replaceAll('"', '""')}"`),
  fc.string().map((text) => text.replaceAll(/[",]/g, ' ')),
  fc.constantFrom('-0- ', '"-0- "', '""', '', ' -0-', '-0- x'),
);
const piece = fc.constantFrom('"', '""', ',', '-0- ', ' ', 'a', '\r', 'é', '\x1a');

describe('a row of an OFAC file', () => {
  it('is cut into the fields that csv-parse finds', () => {
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 12 }), (fields) => {
        const line = fields.join(',');
        fc.pre(line !== '');
        const found = parsed(line);
        expect(Array.isArray(found)).toBe(true);
        expect(splitRow(line)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  it('has no fields where csv-parse finds a quote that is not closed', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const found = parsed(pieces.join(''));
        // A quote within a bare field is a character of the text: a list that writes so loses no entry.
        fc.pre(found !== 'INVALID_OPENING_QUOTE');
        expect(splitRow(pieces.join(''))).toEqual(Array.isArray(found) ? found : undefined);
      }),
      { numRuns: 2_000 },
    );
  });
});
