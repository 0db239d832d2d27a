import type { ListAddress, ListIdentifier } from '../../../list/listEntry';
import { childOf, childrenOf, textOf, type XmlElement } from '../../xml/streamXml';
import type { ReferenceValues } from './referenceValues';

const cityPart = '1454';

/** A location: its parts in their order, then its country. */
export function locationOf(location: XmlElement, values: ReferenceValues): ListAddress {
  const country = values.of('Country', childOf(location, 'LocationCountry')?.attributes['CountryID']);
  const parts = childrenOf(location, 'LocationPart').flatMap((part) => {
    const text = textOf(childOf(part, 'LocationPartValue'), 'Value');
    const type = part.attributes['LocPartTypeID'] ?? '';
    const isCity = type === cityPart || /^city$/i.test(values.of('LocPartType', type) ?? '');
    return text === null ? [] : [{ text, isCity }];
  });
  return {
    text: [...parts.map(({ text }) => text), ...(country === null ? [] : [country])].join(', '),
    city: parts.find(({ isCity }) => isCity)?.text ?? null,
    country,
  };
}

/** A registration document. */
export function documentOf(document: XmlElement, values: ReferenceValues): ListIdentifier | null {
  const value = textOf(document, 'IDRegistrationNo');
  const { IDRegDocTypeID: type } = document.attributes;
  if (value === null) return null;
  const kind = values.of('IDRegDocType', type) ?? `Document of type ${type}`;
  const country = values.of('Country', document.attributes['IssuedBy-CountryID']);
  return { kind, value, country, text: `${kind} ${value}${country === null ? '' : ` (${country})`}` };
}
