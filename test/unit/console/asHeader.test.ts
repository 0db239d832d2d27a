import fc from 'fast-check';
import { asHeader } from '../../../console/src/session/asHeader';

it('a purpose goes into a header as the bytes of UTF-8, which the gateway reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const header = asHeader(text);
      expect(Array.from(header).every((character) => character.charCodeAt(0) < 256)).toBe(true);
      expect(Buffer.from(header, 'latin1').toString('utf8')).toBe(text);
    }),
  );
});
