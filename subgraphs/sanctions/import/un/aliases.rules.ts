import type { AliasParticulars, ListAlias } from '../../list/listEntry';
import { scriptOf } from '../../list/scriptOf';
import { childrenOf, textOf, type XmlElement } from '../xml/streamXml';
import { type AliasName, aliasNames, namesInNote, isFormerName } from './aliasNames.rules';
import { birthOfText, birthsInNote } from './births.rules';
import { joined, ownChildren } from './particulars.rules';

/** The UN says how good an alias is (`Low` is weak), or of an entity's what kind it is. */
export function unAliases(element: XmlElement): ListAlias[] {
  const listed = ownChildren(element, 'ALIAS').flatMap(aliasesOf);
  const originals = aliasNames(textOf(element, 'NAME_ORIGINAL_SCRIPT') ?? '').map(({ name }) =>
    alias(name, 'STRONG', 'AKA'),
  );
  const main = unName(element);
  const inName = aliasNames(main)
    .filter(({ name }) => name !== main)
    .map(({ name }) => alias(name, 'STRONG', 'AKA'));
  return [...listed, ...originals, ...inName];
}

/** The main name, as the list writes it: in up to four parts. */
export const unName = (element: XmlElement): string =>
  ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
    .flatMap((part) => textOf(element, part) ?? [])
    .join(' ');

const alias = (
  name: string,
  strength: ListAlias['strength'],
  kind: ListAlias['kind'],
  particulars: AliasParticulars = {},
): ListAlias => ({ name, strength, kind, script: scriptOf(name), ...particulars });

/**
 * Returns every name of an alias element, each with the element's facts about it: births, places and a note.
 */
function aliasesOf(element: XmlElement): ListAlias[] {
  const quality = textOf(element, 'QUALITY') ?? '';
  const note = textOf(element, 'NOTE');
  const strength = /^low$/i.test(quality) ? 'WEAK' : 'STRONG';
  const isFormer = /^f\.?k\.?a/i.test(quality) || (note !== null && isFormerName(note));
  const births = [
    ...valuesOf(element, 'DATE_OF_BIRTH').map((text) => birthOfText(text)),
    ...(note === null ? [] : birthsInNote(note)),
  ];
  const place = joined(element, ['CITY_OF_BIRTH', 'COUNTRY_OF_BIRTH']);
  const particulars: AliasParticulars = {
    ...(births.length > 0 ? { births } : {}),
    ...(place === '' ? {} : { birthPlaces: [place] }),
    ...(note === null ? {} : { note }),
  };
  const names = [
    ...aliasNames(textOf(element, 'ALIAS_NAME') ?? ''),
    ...(note === null ? [] : namesInNote(note).map((name): AliasName => ({ name }))),
  ];
  return names.map(({ name, former }) =>
    alias(name, strength, former || isFormer ? 'FKA' : 'AKA', particulars),
  );
}

const valuesOf = (element: XmlElement, name: string): string[] =>
  childrenOf(element, name).flatMap(({ text }) => text || []);

/** Of each alias element, whether it gives a name: the UN leaves many empty. */
export const unAliasRows = (element: XmlElement): boolean[] =>
  ownChildren(element, 'ALIAS').map((row) => aliasesOf(row).length > 0);
