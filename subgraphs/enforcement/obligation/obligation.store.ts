import type { Model, QueryFilter } from 'mongoose';
import type { ProcessKnowledge } from '../legalProcess/disclosure.rules';
import { ofTenant, type Tenant } from '../rows/tenancy';
import type { ObligationState } from './obligation.rules';
import { startOfDay } from '../law/newYorkDay.rules';
import type { AnnualYearsRecord } from './projection/annualYears.record';
import type { BlockedYearsRecord } from './projection/blockedYears.record';
import type { DutyRecord } from './projection/duty.record';
import { type RowStream, streamsOf } from './projection/visibility.rules';

export interface DutyQuery {
  readonly at: Date;
  /** YYYY-MM-DD in New York; null: whenever it is due. */
  readonly dueBefore: string | null;
  readonly state: ObligationState | null;
}

/** The caller. */
export interface DutyCaller {
  readonly tenant: Tenant;
  readonly knowledge: ProcessKnowledge;
}

/** The only place that asks for duties. The tenant, and the caller's knowledge, are part of every query. */
export interface ObligationStore {
  /** The first duties of accounts behind a place in the list, in the order of the list (`orderOf`). */
  after(
    caller: DutyCaller,
    query: DutyQuery,
    page: { after: string | null; limit: number },
  ): Promise<DutyRecord[]>;
  count(caller: DutyCaller, query: DutyQuery): Promise<number>;
  byDutyIds(caller: DutyCaller, ids: readonly string[], at: Date): Promise<DutyRecord[]>;
  byAccounts(caller: DutyCaller, ids: readonly string[], at: Date): Promise<DutyRecord[]>;
  /** The years for which venues have anything to report: first and last of each interval. */
  annualYears(caller: DutyCaller): Promise<Pick<AnnualYearsRecord, 'venueId' | 'years'>[]>;
  /**
   * Returns the number of accounts that a venue reports for a year, and if all of it is made up for
   * illustration.
   */
  reported(knowledge: ProcessKnowledge, venueId: string, year: number): Promise<ReportedProperty>;
}

export interface ReportedProperty {
  readonly accounts: number;
  readonly illustrative: boolean;
}

interface Collections {
  readonly duties: Model<DutyRecord>;
  readonly blockedYears: Model<BlockedYearsRecord>;
  readonly annualYears: Model<AnnualYearsRecord>;
}

export function obligationStore({ duties, blockedYears, annualYears }: Collections): ObligationStore {
  return {
    async after({ tenant, knowledge }, query, { after, limit }) {
      const found: DutyRecord[] = [];
      for (const group of ['0', '1'] as const) {
        const beyond = placeIn(group, after);
        if (beyond === null || found.length >= limit) continue;
        const parts = partsOf(query).filter((part) => part.group === group);
        const reads = parts.flatMap((part) =>
          streamsOf(knowledge).map((stream) =>
            duties
              .find({
                ...ofTenant(tenant),
                ...streamFilter<DutyRecord>(stream),
                standing: part.standing,
                ...range({ ...part, ...(beyond === '' ? {} : { beyond }) }),
                ...thereAt(query),
              })
              .sort({ due: 1 })
              .limit(limit)
              .hint(prefixOf(tenant, { standing: 1, due: 1 }))
              .lean<DutyRecord[]>(),
          ),
        );
        const merged = (await Promise.all(reads)).flat();
        found.push(...merged.sort((a, b) => (a.due < b.due ? -1 : 1)));
      }
      return found.slice(0, limit);
    },
    count: (caller, query) => countDuties(duties, caller, query),
    byDutyIds: (caller, ids, at) => dutiesOf(duties, caller, { named: { dutyId: { $in: [...ids] } }, at }),
    byAccounts: (caller, ids, at) =>
      dutiesOf(duties, caller, { named: { accountId: { $in: [...ids] } }, at }),
    annualYears: async ({ tenant, knowledge }) => {
      const found = await Promise.all(
        streamsOf(knowledge).map((stream) =>
          annualYears
            .find({ ...ofTenant(tenant), ...streamFilter<AnnualYearsRecord>(stream) })
            .select({ venueId: 1, years: 1 })
            .lean<AnnualYearsRecord[]>(),
        ),
      );
      return found.flat();
    },
    reported: (knowledge, venueId, year) => reportedProperty(blockedYears, knowledge, { venueId, year }),
  };
}

interface NamedDuties {
  readonly named: QueryFilter<DutyRecord>;
  readonly at: Date;
}

/** Returns the few duties that a filter names, as the caller may see them at an instant. */
async function dutiesOf(
  duties: Model<DutyRecord>,
  { tenant, knowledge }: DutyCaller,
  { named, at }: NamedDuties,
): Promise<DutyRecord[]> {
  const found = await Promise.all(
    streamsOf(knowledge).map((stream) =>
      duties
        .find({
          ...named,
          ...ofTenant(tenant),
          ...streamFilter<DutyRecord>(stream),
          ...thereAt({ at, dueBefore: null }),
        })
        .lean<DutyRecord[]>(),
    ),
  );
  return found.flat();
}

const prefixOf = (tenant: Tenant, rest: Record<string, 1>) => ({
  ...(tenant === null ? {} : { venueId: 1 as const }),
  knownTo: 1 as const,
  ...rest,
});

const streamFilter = <Row extends { knownTo: string; named: string[] }>({
  knownTo,
  notNaming,
}: RowStream): QueryFilter<Row> => ({
  knownTo,
  ...(notNaming === undefined ? {} : { named: { $ne: notNaming } }),
});

/** Duties of one group of the list (`0`: late and undetermined ones) with one standing, by their places in it. */
interface Part {
  readonly group: '0' | '1';
  readonly state: ObligationState;
  readonly standing: DutyRecord['standing'];
  readonly from?: string;
  readonly before?: string;
}

/** Returns a place behind all duties that are due at an instant. */
const behind = (at: Date) => new Date(at.getTime() + 1).toISOString();

function partsOf({ at, dueBefore, state }: DutyQuery): Part[] {
  const now = behind(at);
  const end = dueBefore === null ? undefined : behind(startOfDay(dueBefore));
  const parts: Part[] = [
    { group: '0', state: 'LATE', standing: 'DUE', before: end !== undefined && end < now ? end : now },
    {
      group: '0',
      state: 'UNDETERMINED',
      standing: 'UNDETERMINED',
      ...(end === undefined ? {} : { before: end }),
    },
    { group: '1', state: 'OPEN', standing: 'DUE', from: now, ...(end === undefined ? {} : { before: end }) },
    { group: '1', state: 'MET', standing: 'MET', ...(end === undefined ? {} : { before: end }) },
  ];
  return parts.filter((part) => state === null || part.state === state);
}

/** Returns behind which place in a group a page begins: '' for its beginning, null where it is behind all of the group. */
function placeIn(group: '0' | '1', after: string | null): string | null {
  const start = `${group} `;
  if (after === null || after < start) return '';
  return after.startsWith(start) ? after.slice(start.length) : null;
}

function range({ from, before, beyond }: Pick<Part, 'from' | 'before'> & { readonly beyond?: string }) {
  if (from === undefined && before === undefined && beyond === undefined) return {};
  return {
    due: {
      ...(from === undefined ? {} : { $gte: from }),
      ...(before === undefined ? {} : { $lt: before }),
      ...(beyond === undefined ? {} : { $gt: beyond }),
    },
  };
}

/**
 * Returns the filter of duties in force. The last day of a duty that is due at midnight is the one before,
 * except for an emergency check: due at an instant.
 */
const thereAt = ({ at, dueBefore }: Pick<DutyQuery, 'at' | 'dueBefore'>) => ({
  since: { $lte: at },
  until: { $not: { $lte: at } },
  ...(dueBefore === null ? {} : { dueOn: { $lt: dueBefore } }),
});

/**
 * Counts from the keys of indexes. Takes all duties, less the few that are not in force yet or no longer,
 * that a caller has other rows for, or that are due in the instant in which the day begins.
 */
async function countDuties(
  duties: Model<DutyRecord>,
  { tenant, knowledge }: DutyCaller,
  query: DutyQuery,
): Promise<number> {
  const { at, dueBefore } = query;
  const counts = partsOf(query).flatMap((part) =>
    streamsOf(knowledge).map(async ({ knownTo, notNaming }) => {
      const all = { ...ofTenant(tenant), knownTo, standing: part.standing, ...range(part) };
      const hint = prefixOf(tenant, { standing: 1, due: 1 });
      const naming = notNaming === undefined ? {} : { named: { $ne: notNaming } };
      const less = [
        duties.countDocuments({ ...all, ...naming, since: { $gt: at } }).hint({ since: 1 }),
        duties.countDocuments({ ...all, ...naming, until: { $lte: at } }).hint({ until: 1 }),
        ...(notNaming === undefined
          ? []
          : [duties.countDocuments({ ...all, named: notNaming }).hint({ named: 1 })]),
        ...(dueBefore === null
          ? []
          : [duties.countDocuments(dueAsDayBegins(dueBefore, { ...all, ...naming }, at))]),
      ];
      const [found, ...without] = await Promise.all([duties.countDocuments(all).hint(hint), ...less]);
      return without.reduce((left, count) => left - count, found);
    }),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** Emergency checks that are there and due exactly as a day begins: they are due on that day, and not before it. */
function dueAsDayBegins(day: string, all: QueryFilter<DutyRecord>, at: Date): QueryFilter<DutyRecord> {
  return {
    $and: [
      all,
      { due: { $gte: startOfDay(day).toISOString() }, dueOn: { $gte: day } },
      { since: { $lte: at }, until: { $not: { $lte: at } } },
    ],
  };
}

async function reportedProperty(
  rows: Model<BlockedYearsRecord>,
  knowledge: ProcessKnowledge,
  { venueId, year }: { readonly venueId: string; readonly year: number },
): Promise<ReportedProperty> {
  const counts = streamsOf(knowledge).flatMap(({ knownTo, notNaming }) =>
    [true, false].map(async (illustrative) => {
      const all = { venueId, knownTo, illustrative };
      const last = rows.countDocuments({ ...all, last: { $gte: year } }).hint({ ...keysOf(all), last: 1 });
      const later = rows.countDocuments({ ...all, first: { $gt: year } }).hint({ ...keysOf(all), first: 1 });
      const others =
        notNaming === undefined
          ? 0
          : rows
              .countDocuments({ ...all, named: notNaming, last: { $gte: year }, first: { $lte: year } })
              .hint({ named: 1 });
      const [ending, beginning, naming] = await Promise.all([last, later, others]);
      return { illustrative, count: ending - beginning - naming };
    }),
  );
  const found = await Promise.all(counts);
  return {
    accounts: found.reduce((sum, { count }) => sum + count, 0),
    illustrative: found.every(({ illustrative, count }) => illustrative || count === 0),
  };
}

const keysOf = (fields: object): Record<string, 1> =>
  Object.fromEntries(Object.keys(fields).map((key) => [key, 1]));
