import { usageError } from '../command/commandError';

/** The facts of a subject that a column can give. */
export type SubjectField = 'name' | 'birthDate' | 'nationality' | 'kind' | 'identifiers';

/** The headers that are known for each, without capitals, spaces and signs. */
const known: Readonly<Record<SubjectField, readonly string[]>> = {
  name: ['name', 'fullname', 'customername', 'legalname'],
  birthDate: ['birthdate', 'dateofbirth', 'dob', 'birthday'],
  // `country` is the country of residence as often: another one than the listed nationality would lower the score.
  nationality: ['nationality', 'citizenship'],
  kind: ['kind', 'type', 'entitytype'],
  identifiers: ['identifiers', 'identifier', 'passport', 'idnumber'],
};

export const subjectFields = Object.keys(known) as readonly SubjectField[];

export type NamedColumns = Readonly<Partial<Record<SubjectField, string>>>;

/** The place of each field's column in a row. */
export type SubjectColumns = Readonly<Partial<Record<SubjectField, number>>>;

const plain = (header: string) => header.toLowerCase().replace(/[^a-z]/g, '');

/**
 * Finds the columns of a header: those that are named, and of the other fields those with a known name. Throws CommandError
 * where a named column is not there, where a header stands twice in it, and where none is the name.
 */
export function subjectColumns(
  file: string,
  headers: readonly string[],
  named: NamedColumns,
): SubjectColumns {
  const found: Partial<Record<SubjectField, number>> = {};
  for (const field of subjectFields) {
    const name = named[field];
    const isField = (header: string) =>
      name === undefined ? known[field].includes(plain(header)) : header === name;
    const places = headers.flatMap((header, at) => (isField(header) ? [at] : []));
    if (name !== undefined && places.length === 0)
      throw usageError(
        `${file}: no column is named ${JSON.stringify(name)} (--column ${field}=…); ${given(headers)}`,
      );
    if (places.length > 1)
      throw usageError(
        `${file}: the columns ${places.map((at) => headers[at]).join(', ')} may each be the ${field}: name one with --column ${field}=<header>`,
      );
    if (places[0] !== undefined) found[field] = places[0];
  }
  if (found.name === undefined)
    throw usageError(
      `${file}: the first line names the columns, and \`name\` is not among them: name one with --column name=<header>; ${given(headers)}`,
    );
  return found;
}

const given = (headers: readonly string[]) =>
  `the columns are ${headers.map((header) => JSON.stringify(header)).join(', ')}`;
