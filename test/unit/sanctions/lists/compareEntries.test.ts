import { compareEntries } from '../../../../subgraphs/sanctions/list/compareEntries.rules';
import { listEntry } from '../../../support/listEntries';

const link = (text: string, toEntry: string | null, kind: 'ACTING_FOR' | null = null) => ({
  text,
  toEntry,
  kind,
});
const withLinks = (...links: ReturnType<typeof link>[]) => listEntry('1', 'A', { links });

it.each([
  ['a name that another entry took', withLinks(link('B', '2')), withLinks(link('B', '3')), 'RELINKED'],
  ['a name that nobody has any more', withLinks(link('B', '2')), withLinks(link('B', null)), 'RELINKED'],
  ['another name', withLinks(link('B', '2')), withLinks(link('C', '2')), 'CHANGED'],
  [
    'a number whose name changed',
    withLinks(link('B', '2', 'ACTING_FOR')),
    withLinks(link('C', '2', 'ACTING_FOR')),
    'RELINKED',
  ],
  [
    'another number',
    withLinks(link('B', '2', 'ACTING_FOR')),
    withLinks(link('B', '3', 'ACTING_FOR')),
    'CHANGED',
  ],
  ['a new link', withLinks(), withLinks(link('B', null)), 'CHANGED'],
])('tells apart %s', (_, was, is, change) => {
  expect(compareEntries(was, is)).toEqual({ change, fields: ['links'] });
});

it('takes another order of the same values for no change, and a field that is new for one', () => {
  const was = listEntry('1', 'A', { aka: ['B', 'C'] });
  expect(compareEntries(was, listEntry('1', 'A', { aka: ['C', 'B'] }))).toBeNull();
  const updated = listEntry('1', 'A', { aka: ['B', 'C'], updatedOn: ['2024-01-01'] });
  expect(compareEntries(was, updated)).toEqual({ change: 'CHANGED', fields: ['updatedOn'] });
});
