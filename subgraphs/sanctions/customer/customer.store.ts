import type { Model, QueryFilter } from 'mongoose';
import { chunksOf } from '../../../shared/batch/chunks';
import { insertNew } from '../../../shared/mongo/insertRows';
import { type Page, type PageArguments, pageOfRead } from '../../../shared/pagination/page';
import type { CustomerFacts, CustomerRecord, ScreeningState } from './customer.record';
import { factsDigest, type GivenCustomer } from './customer.rules';
import { customerIdOf, type Tenant } from './tenant.rules';

export interface CustomerQuery {
  /** Only customers of this tenant; undefined: of all that the reader may see. */
  readonly tenant?: Tenant | undefined;
  readonly state?: ScreeningState | null | undefined;
  readonly kind?: CustomerRecord['kind'] | null | undefined;
}

/** Who records customers, and when. */
export interface Recording {
  readonly tenant: Tenant;
  readonly at: Date;
  readonly by: string;
}

/** What became of a customer that was given. SAME: it was stored with these facts already. */
export type Recorded = 'NEW' | 'CHANGED' | 'SAME';

/** The only place that reads and writes customers. `reader` is the venue of a partner, who sees no other's. */
export interface CustomerStore {
  byIds(ids: readonly string[], reader: Tenant): Promise<CustomerRecord[]>;
  page(query: CustomerQuery, reader: Tenant, page: PageArguments): Promise<Page<CustomerRecord>>;
  /** Stores customers, each once; a changed one is to be screened again. Returns what became of each, in order. */
  record(given: readonly GivenCustomer[], recording: Recording): Promise<Recorded[]>;
  /** Of all tenants, in the order of their ids. */
  following(after: string | null, limit: number): Promise<CustomerRecord[]>;
  /** Customers of all tenants that are to be screened. */
  pending(limit: number): Promise<CustomerRecord[]>;
  /** Tells if there is any. */
  hasAny(): Promise<boolean>;
  /** Notes that customers were screened as they are. One that changed meanwhile stays to be screened. */
  noteScreened(screened: readonly ScreenedNote[]): Promise<void>;
}

export interface ScreenedNote extends Pick<CustomerRecord, '_id' | 'revision' | 'sequence'> {
  readonly problem: string | null;
  readonly screenedAt: Date;
}

/** The operator, a reader of null, sees the customers of all. */
const visibleTo = (reader: Tenant): QueryFilter<CustomerRecord> =>
  reader === null ? {} : { tenant: reader };

export function customerStore(customers: Model<CustomerRecord>): CustomerStore {
  return {
    byIds: async (ids, reader) => {
      const found: CustomerRecord[] = [];
      for (const batch of chunksOf(ids))
        found.push(
          ...(await customers.find({ _id: { $in: batch }, ...visibleTo(reader) }).lean<CustomerRecord[]>()),
        );
      return found;
    },
    async page({ tenant, state, kind }, reader, { first, after }) {
      const filter: QueryFilter<CustomerRecord> = {
        ...(tenant === undefined ? {} : { tenant }),
        ...visibleTo(reader),
        ...(state ? { state } : {}),
        ...(kind ? { kind } : {}),
      };
      if (reader !== null && tenant !== undefined && tenant !== reader)
        return { rows: [], hasNextPage: false, totalCount: 0 };
      const beyond: QueryFilter<CustomerRecord> = after === null ? {} : { _id: { $gt: after } };
      const read = await customers
        .find({ ...filter, ...beyond })
        .sort({ _id: 1 })
        .limit(first + 1)
        .lean<CustomerRecord[]>();
      return pageOfRead(read, first, () => customers.countDocuments(filter));
    },
    async record(given, recording) {
      const outcomes: Recorded[] = [];
      for (const batch of chunksOf(given)) outcomes.push(...(await recordBatch(customers, batch, recording)));
      return outcomes;
    },
    following: (after, limit) =>
      customers
        .find(after === null ? {} : { _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<CustomerRecord[]>(),
    pending: (limit) => customers.find({ state: 'PENDING' }).limit(limit).lean<CustomerRecord[]>(),
    hasAny: async () => (await customers.find({}, { _id: 1 }).limit(1).lean()).length > 0,
    async noteScreened(screened) {
      const writes = screened.map(({ _id, revision, sequence, problem, screenedAt }) => ({
        updateOne: {
          filter: { _id, revision },
          update: {
            $set: {
              state: problem === null ? ('SCREENED' as const) : ('PROBLEM' as const),
              problem,
              screenedAt,
              sequence,
            },
          },
        },
      }));
      if (writes.length > 0) await customers.bulkWrite(writes, { ordered: false });
    },
  };
}

async function recordBatch(
  customers: Model<CustomerRecord>,
  given: readonly GivenCustomer[],
  recording: Recording,
): Promise<Recorded[]> {
  const rows = given.map((one) => newCustomer(one, recording));
  const taken = await insertNew(customers, rows);
  const stored = await customers
    .find({ _id: { $in: [...taken] } }, { digest: 1 })
    .lean<Pick<CustomerRecord, '_id' | 'digest'>[]>();
  const digests = new Map(stored.map(({ _id, digest }) => [_id, digest]));
  const changed = rows.filter(({ _id, digest }) => taken.has(_id) && digests.get(_id) !== digest);
  if (changed.length > 0) await customers.bulkWrite(changed.map(changeOf), { ordered: false });
  const isChanged = new Set(changed.map(({ _id }) => _id));
  return rows.map(({ _id }) => (!taken.has(_id) ? 'NEW' : isChanged.has(_id) ? 'CHANGED' : 'SAME'));
}

function newCustomer({ ownId, facts }: GivenCustomer, { tenant, at, by }: Recording): CustomerRecord {
  return {
    _id: customerIdOf(tenant, ownId),
    tenant,
    ownId,
    ...plainFacts(facts),
    digest: factsDigest(facts),
    revision: 1,
    recordedAt: at,
    changedAt: at,
    changedBy: by,
    state: 'PENDING',
    problem: null,
    screenedAt: null,
    sequence: 0,
  };
}

const plainFacts = ({ kind, name, aliases, birthDate, nationality, identifiers }: CustomerFacts) => ({
  kind,
  name,
  aliases: [...aliases],
  birthDate: birthDate ?? null,
  nationality: nationality ?? null,
  identifiers: [...identifiers],
});

/** Changes a stored customer in one write. What is known of its screening stays, and no longer counts: it is PENDING. */
function changeOf(row: CustomerRecord) {
  const { _id, digest, changedAt, changedBy } = row;
  return {
    updateOne: {
      filter: { _id, digest: { $ne: digest } },
      update: {
        $set: { ...plainFacts(row), digest, changedAt, changedBy, state: 'PENDING' as const, problem: null },
        $inc: { revision: 1 },
      },
    },
  };
}
