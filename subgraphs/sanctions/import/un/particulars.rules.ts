import type { ListAddress, ListBirth, ListIdentifier } from '../../list/listEntry';
import { textsIn } from '../xml/elementText';
import { childrenOf, textOf, type XmlElement } from '../xml/streamXml';
import { unBirth } from './births.rules';

/** `INDIVIDUAL_ALIAS` of an INDIVIDUAL, `ENTITY_ALIAS` of an ENTITY. */
export const ownChildren = (element: XmlElement, what: string) =>
  childrenOf(element, `${element.name}_${what}`);

/** The dates of birth of the entry itself. */
export const unBirths = (element: XmlElement): ListBirth[] =>
  ownChildren(element, 'DATE_OF_BIRTH').flatMap((birth): ListBirth[] => {
    const read = unBirth({
      type: textOf(birth, 'TYPE_OF_DATE'),
      date: textOf(birth, 'DATE'),
      year: textOf(birth, 'YEAR'),
      fromYear: textOf(birth, 'FROM_YEAR'),
      toYear: textOf(birth, 'TO_YEAR'),
      note: textOf(birth, 'NOTE'),
    });
    return read ? [read] : [];
  });

export const joined = (element: XmlElement, parts: readonly string[]): string =>
  parts.flatMap((part) => textOf(element, part) ?? []).join(', ');

export const unPlaces = (element: XmlElement): string[] =>
  ownChildren(element, 'PLACE_OF_BIRTH')
    .map((place) => joined(place, ['STREET', 'CITY', 'STATE_PROVINCE', 'COUNTRY', 'NOTE']))
    .filter((text) => text !== '');

export const unAddresses = (element: XmlElement): ListAddress[] =>
  ownChildren(element, 'ADDRESS').flatMap((address) => {
    const text = joined(address, ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY', 'NOTE']);
    return text === '' ? [] : [{ text, city: textOf(address, 'CITY'), country: textOf(address, 'COUNTRY') }];
  });

export const unDocuments = (element: XmlElement): ListIdentifier[] =>
  ownChildren(element, 'DOCUMENT').flatMap((document) => identifierOf(document) ?? []);

/** Null where the document has neither a number nor a note. */
function identifierOf(document: XmlElement): ListIdentifier | null {
  const value = textOf(document, 'NUMBER') ?? textOf(document, 'NOTE');
  if (value === null) return null;
  const kind = textOf(document, 'TYPE_OF_DOCUMENT') ?? textOf(document, 'TYPE_OF_DOCUMENT2') ?? 'Document';
  const country = textOf(document, 'ISSUING_COUNTRY') ?? textOf(document, 'COUNTRY_OF_ISSUE');
  return { kind, value, country, text: textsIn(document).join(', ') };
}

/** A second nationality, where the list gives it in a field of its own. */
export const unSecondNationality = (element: XmlElement): string[] =>
  childrenOf(element, 'NATIONALITY2').flatMap((field) => textsIn(field));

/** The fields that other rules read, or that say nothing of the party. */
const knownFields: ReadonlySet<string> = new Set([
  'DATAID',
  'VERSIONNUM',
  'FIRST_NAME',
  'SECOND_NAME',
  'THIRD_NAME',
  'FOURTH_NAME',
  'NAME_ORIGINAL_SCRIPT',
  'UN_LIST_TYPE',
  'LIST_TYPE',
  'REFERENCE_NUMBER',
  'LISTED_ON',
  'DELISTED_ON',
  'LAST_DAY_UPDATED',
  'TITLE',
  'DESIGNATION',
  'GENDER',
  'NATIONALITY',
  'NATIONALITY2',
  'SORT_KEY',
  'SORT_KEY_LAST_MOD',
]);

const knownParts: ReadonlySet<string> = new Set([
  'ALIAS',
  'DATE_OF_BIRTH',
  'PLACE_OF_BIRTH',
  'ADDRESS',
  'DOCUMENT',
]);

/** The comments, documents without a number, and every field that no rule reads, word for word. */
export function unRemarks(element: XmlElement): string[] {
  const comments = childrenOf(element, 'COMMENTS1').flatMap(({ text }) => text || []);
  const documents = ownChildren(element, 'DOCUMENT')
    .filter((document) => identifierOf(document) === null)
    .map((document) => textsIn(document).join(', '))
    .filter((text) => text !== '')
    .map((text) => `Document: ${text}`);
  const prefix = `${element.name}_`;
  const unknown = element.children.flatMap((field) => {
    const part = field.name.startsWith(prefix) ? field.name.slice(prefix.length) : null;
    if (field.name === 'COMMENTS1' || knownFields.has(field.name)) return [];
    if (part !== null && knownParts.has(part)) return [];
    const text = textsIn(field).join(', ');
    return text === '' ? [] : [`${field.name}: ${text}`];
  });
  return [...comments, ...documents, ...unknown];
}
