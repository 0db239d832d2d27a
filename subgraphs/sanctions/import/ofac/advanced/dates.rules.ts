import { isDay } from '../../../../../shared/scalars/date';
import type { ListBirth } from '../../../list/listEntry';
import { childOf, textOf, type XmlElement } from '../../xml/streamXml';

const two = (text: string) => text.padStart(2, '0');

/**
 * Returns a date of the advanced XML, from child elements or, in some documents, attributes. Null where it is not whole,
 * or the calendar does not have it.
 */
export function dayOf(element: XmlElement | undefined): string | null {
  const text = writtenDay(element);
  return isDay(text) ? text : null;
}

/** A date as it is written, whether the calendar has it or not. */
function writtenDay(element: XmlElement | undefined): string | null {
  const part = (name: string) => textOf(element, name) ?? element?.attributes[name] ?? null;
  const [year, month, day] = [part('Year'), part('Month'), part('Day')];
  return year !== null && month !== null && day !== null ? `${year}-${two(month)}-${two(day)}` : null;
}

/** A period's first and last day, as a date of birth. */
export function birthOf(period: XmlElement): ListBirth | null {
  const start = childOf(period, 'Start');
  const end = childOf(period, 'End');
  const from = dayOf(childOf(start, 'From'));
  const to = dayOf(childOf(end, 'To')) ?? dayOf(childOf(start, 'To'));
  if (from === null) {
    const written = writtenDay(childOf(start, 'From'));
    return written === null ? null : { text: written, from: null, to: null, circa: false };
  }
  const circa = start?.attributes['Approximate'] === 'true' || end?.attributes['Approximate'] === 'true';
  const text = `${circa ? 'circa ' : ''}${to === null || to === from ? from : `${from} to ${to}`}`;
  return { text, from, to: to ?? from, circa };
}
