import { mappingOf, subjectsOf } from '../../../console/src/pages/screening/subjectsOfCsv';

describe('the columns of a CSV file', () => {
  it('are found by their headers, however they are written', () => {
    expect(mappingOf(['Customer ID', 'Full Name', 'date_of_birth', 'Citizenship', 'Type'])).toEqual({
      id: 'Customer ID',
      name: 'Full Name',
      birthDate: 'date_of_birth',
      nationality: 'Citizenship',
      kind: 'Type',
    });
  });

  it('are no nationality where they are a country only: it may be that of residence', () => {
    expect(mappingOf(['name', 'Country'])).toEqual({ name: 'name' });
  });

  it('have no name where none is headed so: it has to be asked for', () => {
    expect(mappingOf(['who', 'born']).name).toBeUndefined();
  });
});

describe('the subjects of a CSV file', () => {
  it('hold what the rows say, and nothing for an empty cell', () => {
    const rows = [
      { name: ' Kim ', dob: '1980-01-01', type: 'person', passport: 'A1; B2' },
      { name: '', dob: '', type: 'house', passport: '' },
    ];
    expect(subjectsOf(rows, mappingOf(['name', 'dob', 'type', 'passport']))).toEqual([
      { name: 'Kim', birthDate: '1980-01-01', kind: 'PERSON', identifiers: ['A1', 'B2'] },
      // A row without a name stays: what comes home has every row.
      { name: '' },
    ]);
  });
});
