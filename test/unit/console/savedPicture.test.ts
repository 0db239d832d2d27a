import { readPicture, savedPicture } from '../../../console/src/picture/savedPicture';

describe('a saved picture', () => {
  it('is read back as it was', () => {
    const arrangement = {
      positions: { 'actor a': { x: 1, y: 2.5 } },
      hidden: ['wallet b'],
      notes: { 'actor a': 'why' },
    };
    expect(readPicture(savedPicture(arrangement))).toEqual({ ...arrangement, steps: [] });
  });

  it.each([
    ['no JSON', '{'],
    ['another format', '{"format":"x","version":1,"positions":{},"hidden":[],"notes":{}}'],
    ['a later version', '{"format":"cordon-picture","version":2,"positions":{},"hidden":[],"notes":{}}'],
    [
      'a position that is none',
      '{"format":"cordon-picture","version":1,"positions":{"a":{"x":"1"}},"hidden":[],"notes":{}}',
    ],
    [
      'a note that is no text',
      '{"format":"cordon-picture","version":1,"positions":{},"hidden":[],"notes":{"a":1}}',
    ],
  ])('is not read from %s', (_what, text) => {
    expect(readPicture(text)).toBeUndefined();
  });
});
