import fc from 'fast-check';
import { parseSearch, stringifySearch } from '../../../console/src/app/searchText';

const texts = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), {
  noNullPrototype: true,
});

it('keeps every text of the address as it is', () => {
  fc.assert(fc.property(texts, (search) => expect(parseSearch(stringifySearch(search))).toEqual(search)));
});

it('reads numbers and words of JSON as text, and omits what is not given', () => {
  expect(parseSearch('?q=1e5&about=12345678901234567890')).toEqual({
    q: '1e5',
    about: '12345678901234567890',
  });
  expect(stringifySearch({ q: 'true', hops: undefined, asOf: '' })).toBe('?q=true');
  expect(stringifySearch({})).toBe('');
});
