import type { ListAlias } from '../../../list/listEntry';
import { scriptOf } from '../../../list/scriptOf';
import { childOf, childrenOf, textOf, within, type XmlElement } from '../../xml/streamXml';
import type { ReferenceValues } from './referenceValues';

/** The names of an identity: OFAC's own first, then its other names and spellings. */
export function namesOf(
  identity: XmlElement,
  values: ReferenceValues,
): { name: string | null; aliases: ListAlias[] } {
  const partTypes = new Map(
    [...within(identity, 'NamePartGroup')].map(({ attributes }) => [
      attributes['ID'],
      values.of('NamePartType', attributes['NamePartTypeID']),
    ]),
  );
  let name: string | null = null;
  const aliases: ListAlias[] = [];
  for (const alias of childrenOf(identity, 'Alias')) {
    const kind = aliasKind(values.of('AliasType', alias.attributes['AliasTypeID']));
    const strength = alias.attributes['LowQuality'] === 'true' ? 'WEAK' : 'STRONG';
    for (const documented of childrenOf(alias, 'DocumentedName')) {
      const text = nameOf(documented, partTypes);
      if (text === '') continue;
      if (name === null && alias.attributes['Primary'] === 'true') name = text;
      else aliases.push({ name: text, strength, kind, script: scriptOf(text) });
    }
  }
  return { name, aliases };
}

/** As OFAC prints a person: the last name, a comma, the others. */
function nameOf(documented: XmlElement, partTypes: ReadonlyMap<string | undefined, string | null>): string {
  const parts = childrenOf(documented, 'DocumentedNamePart').flatMap((part) => {
    const text = textOf(part, 'NamePartValue');
    const type = partTypes.get(childOf(part, 'NamePartValue')?.attributes['NamePartGroupID']);
    return text === null ? [] : [{ text, isLast: type === 'Last Name' }];
  });
  const last = parts.filter(({ isLast }) => isLast).map(({ text }) => text);
  const others = parts.filter(({ isLast }) => !isLast).map(({ text }) => text);
  return [last.join(' '), others.join(' ')].filter((text) => text !== '').join(', ');
}

function aliasKind(words: string | null): ListAlias['kind'] {
  if (words?.startsWith('F')) return 'FKA';
  return words?.startsWith('N.') ? 'NKA' : 'AKA';
}
