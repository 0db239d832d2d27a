import fc from 'fast-check';
import { ofacParity } from '../../../../subgraphs/sanctions/screening/engine/ofacParity';
import { soundex } from '../../../../subgraphs/sanctions/screening/engine/soundex';

describe("the score of Treasury's search tool", () => {
  it.each([
    // A part of two letters does not count; the order of parts does not matter.
    ['KIM JONG UN', 'KIM, Jong Man', 100],
    ['ASSAD BASHAR', 'AL ASSAD, Bashar Hafez', 100],
    ['PUTIN', 'PUTINA, Maria', 97],
  ])('%s and %s: %d', (query, listed, shown) => {
    expect(ofacParity(query, listed)).toBe(shown);
  });

  it('is nothing where no part begins alike and is half alike', () => {
    expect(ofacParity('GEORGE BUSH', 'PUTIN, Vladimir')).toBeNull();
  });

  it('is 0 to 100 or nothing for any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(text, text, (query, listed) => {
        const score = ofacParity(query, listed) ?? 0;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });
});

// The examples of the US National Archives.
it.each([
  ['Washington', 'W252'],
  ['Lee', 'L000'],
  ['Gutierrez', 'G362'],
  ['Pfister', 'P236'],
  ['Jackson', 'J250'],
  ['Tymczak', 'T522'],
  ['Ashcraft', 'A261'],
])('the Soundex of %s is %s', (word, code) => expect(soundex(word)).toBe(code));
