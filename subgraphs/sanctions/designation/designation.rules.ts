import { isOfList } from './phase.rules';
import type { DesignationRecord } from './designation.record';

export type SanctionedDecision = { readonly sanctioned: boolean } | { readonly gap: string };

type Dates = Pick<DesignationRecord, 'from' | 'to' | 'seenOn' | 'absentOn' | 'coveredFrom' | 'lastSeenOn'> &
  Partial<Pick<DesignationRecord, 'fromLatest' | 'toEarliest'>>;

/** Tells if one designation is in force on a day; null where its dates do not decide. */
function inForce(dates: Dates, day: string): boolean | null {
  const { from, to, seenOn, absentOn, coveredFrom, lastSeenOn, fromLatest, toEarliest } = dates;
  if (to && day > to) return false;
  // The list says in which month or year it ended, and not on which day.
  if (toEarliest && day > toEarliest) return null;
  // It was seen before a version that lacks it: on which day between the two it ended, nobody knows.
  if (lastSeenOn && day > lastSeenOn) return null;
  if (seenOn && day >= seenOn) return true;
  if (from) return day < from ? false : fromLatest && day < fromLatest ? null : true;
  // Nobody gave the first day: on the versions that lack it, it was not; before the oldest and after them, who knows.
  return absentOn && coveredFrom && coveredFrom <= day && day <= absentOn ? false : null;
}

/** The designations that are in force on a day. One whose dates do not say counts as in force: it fails closed. */
export function inForceOn<Designation extends DesignationRecord>(
  designations: readonly Designation[],
  day: string,
): Designation[] {
  return designations.filter((designation) => inForce(designation, day) !== false);
}

/**
 * Returns the designations that list a wallet on a day. Where the day on which the entry gained the address
 * is known, it counts from then. Otherwise it counts from the entry's own first day: it fails closed.
 */
export function listingsOn(
  designations: readonly DesignationRecord[],
  key: string,
  day: string,
): DesignationRecord[] {
  return inForceOn(designations, day).filter(({ addresses }) =>
    addresses.some(({ matchKey, from }) => matchKey === key && (!from || from <= day)),
  );
}

/**
 * Decides if an actor is sanctioned on a day (DOMAIN, "As of"), by designations of list versions and dated
 * ones together. True where one is in force, whatever another source says. False only where each is known not
 * to be. Where the versions around the day differ, another source's dates of the same entry may decide. Else
 * there is a gap, and the caller must report it.
 */
export function decideSanctioned(
  designations: readonly DesignationRecord[],
  day: string,
): SanctionedDecision {
  const decisions = designations.map((designation) => inForce(designation, day));
  if (decisions.includes(true)) return { sanctioned: true };
  if (designations.length === 0) return { gap: 'no list version and no dated designation covers this actor' };
  const undecided = designations.filter(
    (designation, i) =>
      decisions[i] === null && !designations.some((other) => decides(other, designation, day)),
  );
  return undecided.length === 0
    ? { sanctioned: false }
    : { gap: undecided.map((one) => gapOf(one, day)).join('; ') };
}

/**
 * Tells if a dated designation decides "not on this day" where the versions of its list do not. Its dates
 * count as far as no version contradicts them. An end before the last day on which the list shows the entry
 * is that of an earlier time.
 */
function decides(dated: DesignationRecord, undecided: DesignationRecord, day: string): boolean {
  if (!isOfList(undecided) || isOfList(dated)) return false;
  if (dated.list !== undecided.list || dated.entry !== undecided.entry) return false;
  const { from, fromLatest, lastSeenOn, toEarliest } = undecided;
  const seenOn = undecided.seenOn ?? '';
  if (day < seenOn) return dated.from ? day < dated.from && dated.from <= seenOn : false;
  if (!dated.to || day <= dated.to) return false;
  const shown = [seenOn, lastSeenOn ?? '', toEarliest ?? '', fromLatest ? (from ?? '') : ''];
  return shown.every((last) => last <= (dated.to ?? ''));
}

function gapOf(designation: DesignationRecord, day: string): string {
  const { _id, list, seenOn, absentOn, coveredFrom, lastSeenOn, to } = designation;
  if (designation.toEarliest && day > designation.toEarliest)
    return `the list gives no day on which ${_id} ended, only ${designation.toText}`;
  if (designation.fromLatest && designation.from && day >= designation.from)
    return `the list gives no first day of ${_id}, only ${designation.fromText}`;
  if (lastSeenOn && to && day > lastSeenOn)
    return `${_id} is on version ${lastSeenOn} of ${list}, and not on the one that follows it after ${to}`;
  if (seenOn && absentOn && day > absentOn)
    return `${_id} is not on version ${absentOn} of ${list}, and was seen on ${seenOn}`;
  if (coveredFrom && day < coveredFrom) return `the oldest version of ${list} is of ${coveredFrom}`;
  if (seenOn) return `${_id} was first seen on ${seenOn}, and no source says since when it is on ${list}`;
  return `the first day of ${_id} is not known`;
}
