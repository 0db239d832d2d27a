import type { XmlElement } from '../xml/streamXml';
import { textOf } from '../xml/streamXml';
import { elementsAt, oneLine } from '../xml/elementText';
import { joinName, ukAddress, type UkDocument, type UkFacts } from './designation';
import { ukFields, ukPaths, ukRepeating } from './fields';

const sixth = [1, 2, 3, 4, 5, 6];
const childText = (element: XmlElement, name: string) => oneLine(textOf(element, name) ?? '');

/** Returns the facts of a `Designation`. */
export function xmlDesignation(element: XmlElement): UkFacts {
  const documents = (path: readonly string[], name: string): UkDocument[] =>
    elementsAt(element, ...path).map((one) => ({
      number: childText(one, `${name}Number`),
      information: childText(one, `${name}AdditionalInformation`),
    }));
  return {
    names: elementsAt(element, ...ukPaths.name).map((one) => ({
      name: joinName(sixth.map((part) => childText(one, `Name${part}`))),
      type: childText(one, 'NameType'),
      strength: childText(one, 'AliasStrength'),
    })),
    addresses: elementsAt(element, ...ukPaths.address).flatMap((one) =>
      ukAddress(
        sixth.flatMap((part) => childText(one, `AddressLine${part}`) || []),
        childText(one, 'AddressPostalCode'),
        childText(one, 'AddressCountry'),
      ),
    ),
    passports: documents(ukPaths.passport, 'Passport'),
    nationalIds: documents(ukPaths.nationalId, 'NationalIdentifier'),
    birthPlaces: elementsAt(element, ...ukPaths.birthPlace).flatMap(
      (one) =>
        ['TownOfBirth', 'CountryOfBirth'].flatMap((part) => childText(one, part) || []).join(', ') || [],
    ),
    values: [...knownValues(element), ...unknownValues(element)],
  };
}

const knownValues = (element: XmlElement): UkFacts['values'] =>
  ukFields.flatMap(({ key, columns, path }) =>
    elementsAt(element, ...path).flatMap(({ text }) => {
      // Several registration numbers stand on lines of their own.
      const value = key === 'registration' ? text : oneLine(text);
      if (value === '') return [];
      return [{ key, value: key === 'remark' ? `${columns[0] ?? ''}: ${value}` : value }];
    }),
  );

const knownPaths: ReadonlySet<string> = new Set([
  ...[...ukFields.map(({ path }) => path), ...Object.values(ukPaths)].map((path) => path.join('/')),
  ...ukRepeating,
]);

/** The texts of elements that no rule reads, each with its place. */
function unknownValues(element: XmlElement, above: readonly string[] = []): UkFacts['values'] {
  return element.children.flatMap((child) => {
    const path = [...above, child.name];
    const place = path.join('/');
    if (knownPaths.has(place)) return [];
    const value = oneLine(child.text);
    return [
      ...(value === '' ? [] : [{ key: 'remark' as const, value: `${place}: ${value}` }]),
      ...unknownValues(child, path),
    ];
  });
}
