import type { XmlElement } from './streamXml';

/** All texts in an element, however deep. */
export const textsIn = ({ text, children }: XmlElement): string[] => [
  ...(text === '' ? [] : [text]),
  ...children.flatMap(textsIn),
];

/** All that an element says, in one line: its attributes and its texts, however deep. */
export function elementText(element: XmlElement): string {
  const attributes = Object.entries(element.attributes).flatMap(([name, value]) =>
    value.trim() === '' ? [] : [`${name}=${value}`],
  );
  const inside = [...attributes, element.text, ...element.children.map(elementText)];
  return inside.filter((text) => text !== '').join(', ');
}

/** Returns an attribute in one line, or null where it is missing or empty. */
export function attributeOf(element: XmlElement | undefined, name: string): string | null {
  return element?.attributes[name]?.replace(/\s+/g, ' ').trim() || null;
}

/** Returns a text in one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The elements of a name below others: `elementsAt(designation, 'Names', 'Name')`. */
export function elementsAt(element: XmlElement, ...path: readonly string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

/** The texts, in one line each, of the elements of a name below others. Empty ones are omitted. */
export const textsAt = (element: XmlElement, ...path: readonly string[]): string[] =>
  elementsAt(element, ...path).flatMap(({ text }) => oneLine(text) || []);
