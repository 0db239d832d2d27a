import { dayBefore } from '../../list/day';
import type { EntryDesignation, ListEntry } from '../../list/listEntry';
import { dayOfText } from '../parts/dayOf.rules';
import { attributeOf } from '../xml/elementText';
import { childrenOf, type XmlElement } from '../xml/streamXml';

interface Modification {
  readonly type: string;
  readonly day: string | null;
}

/** The changes of a target, the latest first. Of equal days the first in the file is the later one. */
function modificationsOf(target: XmlElement): Modification[] {
  return childrenOf(target, 'modification')
    .map((element) => {
      const days = ['effective-date', 'enactment-date', 'publication-date'].map((name) =>
        dayOfText(attributeOf(element, name)),
      );
      const day = days.find((one) => one !== null) ?? null;
      return { type: attributeOf(element, 'modification-type') ?? '', day };
    })
    .sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''));
}

/**
 * Returns since when a target is listed, and where its latest change took it off the list, until when. The list keeps
 * what it took off. Without the day of that change the target stays designated, and a remark says so.
 */
export function listingOf(
  target: XmlElement,
  programmes: readonly string[],
): Pick<ListEntry, 'listedOn' | 'designations' | 'updatedOn'> & { readonly remarks: readonly string[] } {
  const changes = modificationsOf(target);
  const listedOn = changes.find(({ type, day }) => type === 'listed' && day !== null)?.day ?? null;
  const days = [...new Set(changes.flatMap(({ day }) => day ?? []))].sort();
  const dated = days.length > 0 ? { updatedOn: days } : {};
  const [latest] = changes;
  const isOff =
    latest?.type === 'de-listed' || changes.some(({ type, day }) => type === 'de-listed' && day === null);
  if (!isOff) return { listedOn, ...dated, remarks: [] };
  const day = latest?.day ?? null;
  if (day === null || latest?.type !== 'de-listed' || (listedOn !== null && day <= listedOn))
    return { listedOn, ...dated, remarks: ['modification: de-listed, without a day after the listing'] };
  const designation: EntryDesignation = {
    id: '',
    programmes,
    from: listedOn,
    to: dayBefore(day),
    authority: null,
  };
  return { listedOn, ...dated, designations: [designation], remarks: [] };
}
