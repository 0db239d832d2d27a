import type { Collection } from 'mongoose';
import type { AnnualYearsRecord } from './annualYears.record';
import type { BlockedYearsRecord } from './blockedYears.record';
import { visibilityKey, type Visibility } from './visibility.rules';

interface Collections {
  readonly blockedYears: Collection<BlockedYearsRecord>;
  readonly annualYears: Collection<AnnualYearsRecord>;
}

/** The accounts of a venue with one visibility. */
export type AnnualGroup = Visibility & { readonly venueId: string };

export const annualGroupId = (group: AnnualGroup) => `${visibilityKey(group)} ${group.venueId}`;

/** The years of venues as documents: the only place that writes them. */
export interface AnnualYears {
  /** What the years of accounts make of a venue's. */
  expected(group: AnnualGroup): Promise<number[]>;
  stored(): Promise<AnnualYearsRecord[]>;
  write(groups: Iterable<AnnualGroup>, sequence: number): Promise<void>;
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
    async write(groups, sequence) {
      for (const group of groups) {
        const { _id, ...rest } = await rowOf(group, sequence);
        await annualYears.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true });
        await annualYears.replaceOne({ _id, sequence: { $lt: sequence } }, rest);
      }
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
