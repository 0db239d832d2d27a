import type { Collection } from 'mongoose';
import { writeNewer } from '../../projection/writeNewer.store';
import type { AnnualYearsRecord } from './annualYears.record';
import type { BlockedYearsRecord } from './blockedYears.record';
import { visibilityKey, type Visibility } from './visibility.rules';

interface Collections {
  readonly blockedYears: Collection<BlockedYearsRecord>;
  readonly annualYears: Collection<AnnualYearsRecord>;
}

/** The accounts of a venue with one visibility. */
export type AnnualGroup = Visibility & { readonly venueId: string };

/** The changed years of some accounts of a group. */
export interface YearsChange {
  readonly group: AnnualGroup;
  /** The years that the accounts have now. */
  readonly years: Pick<BlockedYearsRecord, 'first' | 'last'>[];
  /** True where an account had years that it has no longer. */
  hasOthersBefore: boolean;
}

export const annualGroupId = (group: AnnualGroup) => `${visibilityKey(group)} ${group.venueId}`;

/** The years of venues as documents: the only place that writes them. */
export interface AnnualYears {
  /** Returns the years of a venue from the years of its accounts. */
  expected(group: AnnualGroup): Promise<number[]>;
  stored(): Promise<AnnualYearsRecord[]>;
  /** Writes the years of groups after changes in them, each unless the stored ones reflect as much. */
  write(changes: readonly YearsChange[], sequence: number): Promise<void>;
  exchange(group: AnnualGroup, sequence: number): Promise<void>;
  /** Every group that accounts have years of. */
  groups(): Promise<Map<string, AnnualGroup>>;
}

export function annualYearsStore({ blockedYears, annualYears }: Collections): AnnualYears {
  const expected = (group: AnnualGroup) => yearsOf(blockedYears, group);
  const rowOf = async (group: AnnualGroup, sequence: number): Promise<AnnualYearsRecord> => {
    const { venueId, knownTo, named } = group;
    const years = await expected(group);
    return { _id: annualGroupId(group), venueId, knownTo, named: [...named], years, sequence };
  };
  return {
    expected,
    stored: () => annualYears.find({}).toArray(),
    async write(changes, sequence) {
      const stored = await storedYears(annualYears, changes);
      const open = changes.filter((change) => !isCovered(change, stored.get(annualGroupId(change.group))));
      const covered = changes.filter((change) => !open.includes(change));
      if (!(await moveOn(annualYears, { covered, stored, sequence }))) open.push(...covered);
      const rows: AnnualYearsRecord[] = [];
      for (const { group } of open) rows.push(await rowOf(group, sequence));
      await writeNewer(annualYears, rows);
    },
    async exchange(group, sequence) {
      const { _id, ...rest } = await rowOf(group, sequence);
      await annualYears.replaceOne({ _id }, rest, { upsert: true });
    },
    async groups() {
      const found = new Map<string, AnnualGroup>();
      const fields = { projection: { venueId: 1, knownTo: 1, named: 1 } };
      for await (const { venueId, knownTo, named } of blockedYears.find(
        { knownTo: { $exists: true } },
        fields,
      )) {
        const group = { venueId, knownTo, named };
        found.set(annualGroupId(group), group);
      }
      return found;
    },
  };
}

type StoredYears = ReadonlyMap<string, readonly number[]>;

async function storedYears(
  annualYears: Collection<AnnualYearsRecord>,
  changes: readonly YearsChange[],
): Promise<StoredYears> {
  const ids = changes.map(({ group }) => annualGroupId(group));
  const found = await annualYears.find({ _id: { $in: ids } }, { projection: { years: 1 } }).toArray();
  return new Map(found.map(({ _id, years }) => [_id, years]));
}

/** Tells if the years of a group stay as they are: none went, and the new ones are among them. */
const isCovered = ({ years, hasOthersBefore }: YearsChange, stored: readonly number[] = []): boolean =>
  !hasOthersBefore &&
  years.every(({ first, last }) =>
    stored.some((from, i) => i % 2 === 0 && from <= first && last <= (stored[i + 1] ?? 0)),
  );

/**
 * Marks unchanged years as reflecting more, so that a writer that is behind does not replace them. False
 * where any differs from the one read, or reflects as much already: then they are to be derived again.
 */
async function moveOn(
  annualYears: Collection<AnnualYearsRecord>,
  given: {
    readonly covered: readonly YearsChange[];
    readonly stored: StoredYears;
    readonly sequence: number;
  },
): Promise<boolean> {
  const { covered, stored, sequence } = given;
  if (covered.length === 0) return true;
  const { matchedCount } = await annualYears.bulkWrite(
    covered.map(({ group }) => {
      const _id = annualGroupId(group);
      const years = [...(stored.get(_id) ?? [])];
      return {
        updateOne: { filter: { _id, years, sequence: { $lt: sequence } }, update: { $set: { sequence } } },
      };
    }),
    { ordered: false },
  );
  return matchedCount === covered.length;
}

/** Goes through the index from one first year to the next: as many reads as years, however many accounts there are. */
async function yearsOf(rows: Collection<BlockedYearsRecord>, group: AnnualGroup): Promise<number[]> {
  const scope = { venueId: group.venueId, visibility: visibilityKey(group) };
  const years: number[] = [];
  for (let from = -Infinity; ;) {
    const [next] = await rows
      .find({ ...scope, first: { $gt: from } })
      .sort({ first: 1 })
      .limit(1)
      .toArray();
    if (!next) return years;
    const [longest] = await rows
      .find({ ...scope, first: next.first })
      .sort({ last: -1 })
      .limit(1)
      .toArray();
    const last = longest?.last ?? next.last;
    const end = years.at(-1);
    if (end !== undefined && next.first <= end + 1) years[years.length - 1] = Math.max(end, last);
    else years.push(next.first, last);
    from = next.first;
  }
}
