import { attributeOf, oneLine } from '../xml/elementText';
import { childrenOf, streamXml, textOf, type XmlElement } from '../xml/streamXml';

/** What targets refer to: the measures of programmes, and places. */
export interface ChReference {
  /** The list's day of publication, as its root gives it. */
  readonly date: string | null;
  /** `whole-list`, where it is all of it. */
  readonly listType: string | null;
  /** By the number of the set of measures: its programme, and its own text. */
  readonly sets: ReadonlyMap<string, { readonly programme: string; readonly measures: string }>;
  /** By the number of the place. */
  readonly places: ReadonlyMap<string, XmlElement>;
}

export const chRoot = 'swiss-sanctions-list';

/** Reads what targets refer to. Throws ImportError. */
export async function readReference(file: string): Promise<ChReference> {
  let root: XmlElement | undefined;
  const sets = new Map<string, { programme: string; measures: string }>();
  const places = new Map<string, XmlElement>();
  const form = { root: chRoot, take: new Set(['sanctions-program', 'place', 'target']) };
  await streamXml(file, form, (element) => {
    if (element.name === chRoot) root = element;
    if (element.name === 'place') places.set(attributeOf(element, 'ssid') ?? '', element);
    if (element.name !== 'sanctions-program') return;
    const programme = englishText(element, 'program-name') || englishText(element, 'program-key');
    for (const set of childrenOf(element, 'sanctions-set')) {
      const ssid = attributeOf(set, 'ssid') ?? '';
      if (!sets.has(ssid) || isEnglish(set)) sets.set(ssid, { programme, measures: oneLine(set.text) });
    }
  });
  return { date: attributeOf(root, 'date'), listType: attributeOf(root, 'list-type'), sets, places };
}

const isEnglish = (element: XmlElement) => attributeOf(element, 'lang') === 'eng';

/** The English text of elements that are there once for each language; else the first. */
function englishText(element: XmlElement, name: string): string {
  const texts = childrenOf(element, name);
  return oneLine((texts.find(isEnglish) ?? texts[0])?.text ?? '');
}

const placeParts = [
  'c-o',
  'address-details',
  'p-o-box',
  'zip-code',
  'location',
  'area',
  'country',
  'remarks',
];

/** The parts of an address or a place of birth: its own, and those of the place that it names. */
export function placeOf(element: XmlElement, { places }: ChReference) {
  const place = places.get(attributeOf(element, 'place-id') ?? '');
  const of = (part: string) => oneLine(textOf(element, part) ?? textOf(place, part) ?? '');
  const text = placeParts.flatMap((part) => of(part) || []).join(', ');
  return { text, city: of('location') || null, country: of('country') || null };
}
