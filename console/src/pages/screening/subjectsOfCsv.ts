import { kindOf, type Subject } from './subject';

export type SubjectField = 'name' | 'birthDate' | 'nationality' | 'kind' | 'identifiers' | 'id';

/** The header of each field. */
export type Mapping = Readonly<Partial<Record<SubjectField, string>>>;

const known: Readonly<Record<SubjectField, readonly string[]>> = {
  name: ['name', 'fullname', 'customername', 'legalname'],
  birthDate: ['birthdate', 'dateofbirth', 'dob', 'birthday'],
  // `country` is the country of residence as often: another one than the listed nationality would lower the score.
  nationality: ['nationality', 'citizenship'],
  kind: ['kind', 'type', 'entitytype'],
  identifiers: ['identifiers', 'identifier', 'passport', 'idnumber'],
  id: ['id', 'customerid', 'reference', 'ref', 'accountid'],
};

export const subjectFields = Object.keys(known) as readonly SubjectField[];

const plain = (header: string) => header.toLowerCase().replace(/[^a-z]/g, '');

/** Finds the columns that a file's headers name; a mapping without `name` has to be asked for. */
export function mappingOf(headers: readonly string[]): Mapping {
  const found = subjectFields.flatMap((field) => {
    const header = headers.find((one) => known[field].includes(plain(one)));
    return header === undefined ? [] : [[field, header] as const];
  });
  return Object.fromEntries(found);
}

/** Makes subjects of a file's rows. A row without a name stays, so that what comes home has every row. */
export function subjectsOf(rows: readonly Readonly<Record<string, string>>[], mapping: Mapping): Subject[] {
  const valueOf = (row: Readonly<Record<string, string>>, field: SubjectField) => {
    const header = mapping[field];
    return header === undefined ? '' : (row[header] ?? '').trim();
  };
  return rows.map((row) => {
    const birthDate = valueOf(row, 'birthDate');
    const nationality = valueOf(row, 'nationality');
    const kind = kindOf(valueOf(row, 'kind'));
    const identifiers = valueOf(row, 'identifiers')
      .split(/[;|]/)
      .map((one) => one.trim())
      .filter(Boolean);
    const ownId = valueOf(row, 'id');
    return {
      name: valueOf(row, 'name'),
      ...(birthDate ? { birthDate } : {}),
      ...(nationality ? { nationality } : {}),
      ...(kind ? { kind } : {}),
      ...(identifiers.length ? { identifiers } : {}),
      ...(ownId ? { ownId } : {}),
    };
  });
}
