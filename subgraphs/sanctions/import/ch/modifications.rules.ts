import { dayBefore } from '../../list/day';
import type { EntryDesignation, ListEntry } from '../../list/listEntry';
import { dayOfText } from '../parts/dayOf.rules';
import { attributeOf } from '../xml/elementText';
import { childrenOf, type XmlElement } from '../xml/streamXml';

interface Modification {
  readonly type: string;
  readonly day: string | null;
}

/** A time on the list; `to` is its last day, or null where it goes on. */
interface Stay {
  readonly from: string | null;
  readonly to: string | null;
}

/** The changes of a target, the earliest first. Of equal days the first in the file is the later one. */
function modificationsOf(target: XmlElement): Modification[] {
  return childrenOf(target, 'modification')
    .map((element) => {
      const days = ['effective-date', 'enactment-date', 'publication-date'].map((name) =>
        dayOfText(attributeOf(element, name)),
      );
      const day = days.find((one) => one !== null) ?? null;
      return { type: attributeOf(element, 'modification-type') ?? '', day };
    })
    .reverse()
    .sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''));
}

/**
 * Returns the times in which a target was listed, the earliest first; null where a change without a day, or two of one
 * day, do not say. A change after the removal, other than a listing, means that the target stayed listed.
 */
function staysOf(changes: readonly Modification[]): readonly Stay[] | null {
  const stays: Stay[] = [];
  for (const { type, day } of changes) {
    const last = stays.at(-1);
    const isOn = last !== undefined && last.to === null;
    if (type === 'listed') {
      if (!isOn) stays.push({ from: day, to: null });
    } else if (type === 'de-listed') {
      if (day === null || changes.some((other) => other.type === 'listed' && (other.day ?? day) === day))
        return null;
      // Removed twice without a listing between: it counts as listed until the second time.
      const from = stays.pop()?.from ?? null;
      stays.push({ from, to: dayBefore(day) });
    } else if (last && !isOn) stays.splice(-1, 1, { from: last.from, to: null });
  }
  return stays;
}

/** The earliest day of a listing; null where one has no day. */
function firstListing(changes: readonly Modification[]): string | null {
  return changes.find(({ type }) => type === 'listed')?.day ?? null;
}

/**
 * Returns since when a target is listed, and where a change took it off the list, each time in which it was listed. The
 * list keeps what it took off. Without the day of that change the target stays designated, and a remark says so.
 */
export function listingOf(
  target: XmlElement,
  programmes: readonly string[],
): Pick<ListEntry, 'listedOn' | 'designations' | 'updatedOn'> & { readonly remarks: readonly string[] } {
  const changes = modificationsOf(target);
  const days = [...new Set(changes.flatMap(({ day }) => day ?? []))];
  const dated = days.length > 0 ? { updatedOn: days } : {};
  const stays = staysOf(changes);
  if (stays === null)
    return {
      listedOn: firstListing(changes),
      ...dated,
      remarks: ['modification: de-listed, without a day after the listing'],
    };
  const listedOn = stays.at(-1)?.from ?? null;
  if (stays.every(({ to }) => to === null)) return { listedOn, ...dated, remarks: [] };
  // A later version appends: the first time keeps the number of the entry itself.
  const designations = stays.map(({ from, to }, i): EntryDesignation => ({
    id: i === 0 ? '' : (from ?? String(i)),
    programmes,
    from,
    to,
    authority: null,
  }));
  return { listedOn, ...dated, designations, remarks: [] };
}
