/** What becomes of a field of the list that is one text. */
export type UkKey =
  | 'id'
  | 'subject'
  | 'nonLatin'
  | 'title'
  | 'regime'
  | 'designated'
  | 'updated'
  | 'birth'
  | 'nationality'
  | 'gender'
  | 'parent'
  | 'subsidiary'
  | 'owner'
  | 'imo'
  | 'hull'
  | 'registration'
  | 'reference'
  | 'phone'
  | 'email'
  | 'website'
  | 'text'
  | 'remark';

export interface UkField {
  readonly key: UkKey;
  /** Its column in the CSV; the first is the name of today, others are older. */
  readonly columns: readonly string[];
  /** Its place in the XML, below `Designation`. */
  readonly path: readonly string[];
}

const field = (key: UkKey, columns: string | readonly string[], ...path: readonly string[]): UkField => ({
  key,
  columns: typeof columns === 'string' ? [columns] : columns,
  path,
});

const individual = ['IndividualDetails', 'Individual'];
const entity = ['EntityDetails', 'Entity'];
const ship = ['ShipDetails', 'Ship'];

/** The fields of one text each, in the CSV and in the XML. */
export const ukFields: readonly UkField[] = [
  field('id', 'Unique ID', 'UniqueID'),
  field('subject', ['Designation Type', 'Individual, Entity, Ship'], 'IndividualEntityShip'),
  field('nonLatin', 'Name non-latin script', 'NonLatinNames', 'NonLatinName', 'NameNonLatinScript'),
  field('title', 'Title', 'Titles', 'Title'),
  field('title', 'Position', ...individual, 'Positions', 'Position'),
  field('regime', 'Regime Name', 'RegimeName'),
  field('designated', 'Date Designated', 'DateDesignated'),
  field('updated', 'Last Updated', 'LastUpdated'),
  field('birth', 'D.O.B', ...individual, 'DOBs', 'DOB'),
  field('nationality', 'Nationality(/ies)', ...individual, 'Nationalities', 'Nationality'),
  field('gender', 'Gender', ...individual, 'Genders', 'Gender'),
  field('parent', 'Parent company', ...entity, 'ParentCompanies', 'ParentCompany'),
  field('subsidiary', 'Subsidiaries', ...entity, 'Subsidiaries', 'Subsidiary'),
  field('owner', 'Current owner/operator (s)', ...ship, 'CurrentOwnerOperators', 'CurrentOwnerOperator'),
  field('imo', 'IMO number', ...ship, 'IMONumbers', 'IMONumber'),
  field(
    'hull',
    'Hull identification number (HIN)',
    ...ship,
    'HullIdentificationNumbers',
    'HullIdentificationNumber',
  ),
  field(
    'registration',
    'Business registration number (s)',
    ...entity,
    'BusinessRegistrationNumbers',
    'BusinessRegistrationNumber',
  ),
  field('reference', 'UN Reference Number', 'UNReferenceNumber'),
  field('phone', 'Phone number', 'PhoneNumbers', 'PhoneNumber'),
  field('email', 'Email address', 'EmailAddresses', 'EmailAddress'),
  field('website', 'Website', 'Websites', 'Website'),
  field('text', 'Other Information', 'OtherInformation'),
  field('text', 'UK Statement of Reasons', 'UKStatementofReasons'),
  field('remark', 'OFSI Group ID', 'OFSIGroupID'),
  field('remark', 'Designation source', 'DesignationSource'),
  field('remark', 'Sanctions Imposed', 'SanctionsImposed'),
  field('remark', 'Type of entity', ...entity, 'TypeOfEntities', 'TypeOfEntity'),
  field('remark', 'Previous owner/operator (s)', ...ship, 'PreviousOwnerOperators', 'PreviousOwnerOperator'),
  field(
    'remark',
    'Current believed flag of ship',
    ...ship,
    'CurrentBelievedFlagOfShips',
    'CurrentBelievedFlagOfShip',
  ),
  field('remark', 'Previous flags', ...ship, 'PreviousFlags', 'PreviousFlag'),
  field('remark', 'Type of ship', ...ship, 'TypeOfShipDetails', 'TypeOfShip'),
  field('remark', 'Tonnage of ship', ...ship, 'TonnageOfShipDetails', 'TonnageOfShip'),
  field('remark', 'Length of ship', ...ship, 'LengthOfShipDetails', 'LengthOfShip'),
  field('remark', 'Year Built', ...ship, 'YearsBuilt', 'YearBuilt'),
];

/** The XML's place of each field that is in parts, below `Designation`. */
export const ukPaths = {
  name: ['Names', 'Name'],
  address: ['Addresses', 'Address'],
  passport: [...individual, 'PassportDetails', 'Passport'],
  nationalId: [...individual, 'NationalIdentifierDetails', 'NationalIdentifier'],
  birthPlace: [...individual, 'BirthDetails', 'Location'],
} as const;

/** Elements that repeat what another says: the script of a name, and `SanctionsImposed` as yes and no. */
export const ukRepeating: ReadonlySet<string> = new Set([
  'SanctionsImposedIndicators',
  'NonLatinNames/NonLatinName/NonLatinScriptType',
  'NonLatinNames/NonLatinName/NonLatinScriptLanguage',
]);
