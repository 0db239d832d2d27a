import type { ListAddress, ListAlias, ListBirth, ListIdentifier } from '../../list/listEntry';
import { scriptOf } from '../../list/scriptOf';
import { childrenOf, textOf, type XmlElement } from '../xml/streamXml';

/** `INDIVIDUAL_ALIAS` of an INDIVIDUAL, `ENTITY_ALIAS` of an ENTITY. */
const ownChildren = (element: XmlElement, what: string) => childrenOf(element, `${element.name}_${what}`);

/** The UN says how good an alias is (`Low` is weak), or of an entity's what kind it is. */
export function unAliases(element: XmlElement): ListAlias[] {
  const aliases = ownChildren(element, 'ALIAS').flatMap((alias): ListAlias[] => {
    const name = textOf(alias, 'ALIAS_NAME');
    const quality = textOf(alias, 'QUALITY') ?? '';
    if (name === null) return [];
    const kind = /^f\.?k\.?a/i.test(quality) ? 'FKA' : 'AKA';
    return [{ name, strength: /^low$/i.test(quality) ? 'WEAK' : 'STRONG', kind, script: scriptOf(name) }];
  });
  const original = textOf(element, 'NAME_ORIGINAL_SCRIPT');
  if (original !== null)
    aliases.push({ name: original, strength: 'STRONG', kind: 'AKA', script: scriptOf(original) });
  return aliases;
}

/** A birth is a day (DATE), a year, or years between which it lies. */
export function unBirths(element: XmlElement): ListBirth[] {
  return ownChildren(element, 'DATE_OF_BIRTH').flatMap((birth): ListBirth[] => {
    const circa = /approx/i.test(textOf(birth, 'TYPE_OF_DATE') ?? '');
    const day = /^\d{4}-\d{2}-\d{2}/.exec(textOf(birth, 'DATE') ?? '')?.[0];
    const note = textOf(birth, 'NOTE');
    if (day !== undefined) return [{ text: day, from: day, to: day, circa }];
    const year = textOf(birth, 'YEAR');
    const first = year ?? textOf(birth, 'FROM_YEAR');
    const last = year ?? textOf(birth, 'TO_YEAR');
    if (first === null && last === null)
      return note === null ? [] : [{ text: note, from: null, to: null, circa }];
    const text = `${circa ? 'circa ' : ''}${first === last ? first : `${first ?? '?'} to ${last ?? '?'}`}`;
    return [{ text, from: dayOf(first, '01-01'), to: dayOf(last, '12-31'), circa }];
  });
}

const dayOf = (year: string | null, rest: string) =>
  year !== null && /^\d{4}$/.test(year) ? `${year}-${rest}` : null;

const joined = (element: XmlElement, parts: readonly string[]): string =>
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
  ownChildren(element, 'DOCUMENT').flatMap((document) => {
    const kind = textOf(document, 'TYPE_OF_DOCUMENT') ?? 'Document';
    const value = textOf(document, 'NUMBER') ?? textOf(document, 'NOTE');
    const text = document.children.flatMap((part) => part.text || []).join(', ');
    const country = textOf(document, 'ISSUING_COUNTRY') ?? textOf(document, 'COUNTRY_OF_ISSUE');
    return value === null ? [] : [{ kind, value, country, text }];
  });
