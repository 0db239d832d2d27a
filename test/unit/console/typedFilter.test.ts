import { filterProblems, noFilter } from '../../../console/src/pages/wallet/typedFilter';

describe('the typed filter of transfers', () => {
  it('rejects a day that the calendar does not have, instead of filtering by another', () => {
    expect(filterProblems({ ...noFilter, until: '2022-02-30' })).toHaveProperty('until');
    expect(filterProblems({ ...noFilter, until: '2022-02-28' })).toEqual({});
  });
});
