import { subjectColumns } from '../../../../cli/screen/subjectColumns';

describe('the columns of a file of subjects', () => {
  it('are found by usual headers in any writing', () => {
    const headers = ['Ref', 'FULL NAME', 'Date_of_Birth', 'Citizenship', 'entity type', 'Passport'];
    expect(subjectColumns('in.csv', headers, {})).toEqual({
      name: 1,
      birthDate: 2,
      nationality: 3,
      kind: 4,
      identifiers: 5,
    });
  });

  it('are no nationality where they are a country only: it may be that of residence', () => {
    expect(subjectColumns('in.csv', ['name', 'Country'], {})).toEqual({ name: 0 });
    expect(subjectColumns('in.csv', ['name', 'Country'], { nationality: 'Country' })).toEqual({
      name: 0,
      nationality: 1,
    });
  });

  it('are those that are named, before usual ones', () => {
    expect(subjectColumns('in.csv', ['name', 'Kunde'], { name: 'Kunde' })).toEqual({ name: 1 });
  });

  it.each([
    ['no name', ['nom'], {}, '--column name='],
    ['a named column that is not there', ['name'], { birthDate: 'born' }, '"born"'],
    ['a named column that stands twice', ['x', 'x'], { name: 'x' }, 'x, x'],
    ['two that may be one field', ['name', 'Full name'], {}, 'name one with --column name='],
  ])('are rejected with %s', (_, headers, named, why) => {
    expect(() => subjectColumns('in.csv', headers, named)).toThrow(why);
  });
});
