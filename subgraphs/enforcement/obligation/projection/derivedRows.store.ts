import type { Collection } from 'mongoose';
import { insertNew, storedIds } from '../../../../shared/mongo/insertRows';
import { writeNewer } from '../../projection/writeNewer.store';

/** The fields of every derived row of an account. */
export interface DerivedRow {
  readonly _id: string;
  readonly accountId: string;
  readonly knownTo: string;
  readonly sequence: number;
}

/** The derived rows of accounts as documents: the only place that writes them. */
export interface DerivedRows<Row extends DerivedRow> {
  /** Returns the stored rows, without the remainders of rows that are no longer needed. */
  stored(accountIds: readonly string[]): Promise<Map<string, Row[]>>;
  /** Returns the accounts that ever had rows. */
  known(accountIds: readonly string[]): Promise<Set<string>>;
  /** Puts rows in the place of all that accounts have, unless what is there reflects more. */
  write(derived: ReadonlyMap<string, readonly Row[]>, sequence: number): Promise<void>;
  /** Replaces all rows of an account, whatever they reflect: only for a rebuild. */
  exchange(accountId: string, rows: readonly Row[], sequence: number): Promise<void>;
  /** Every account that has rows, sorted; an id may come more than once. */
  accountIds(): AsyncIterable<string>;
}

/** An account's row for writers: every row that it ever had, so that a writer that is behind brings none back. */
interface Head {
  readonly _id: string;
  readonly accountId: string;
  readonly rowIds: readonly string[];
  readonly sequence: number;
}

interface Left {
  readonly _id: string;
  readonly accountId: string;
  readonly sequence: number;
}

type Documents = Collection<{ _id: string; accountId: string; sequence: number }>;

export function derivedRowsStore<Row extends DerivedRow>(collection: unknown): DerivedRows<Row> {
  const documents = collection as Documents;
  const inAccounts = (ids: readonly string[]) => ({ accountId: { $in: [...ids] } });
  return {
    async stored(accountIds) {
      const rows = new Map<string, Row[]>(accountIds.map((id) => [id, []]));
      const found = documents.find<Row>({ ...inAccounts(accountIds), knownTo: { $exists: true } });
      for await (const row of found) rows.get(row.accountId)?.push(row);
      return rows;
    },
    async known(accountIds) {
      const found = await documents.find(inAccounts(accountIds), { projection: { accountId: 1 } }).toArray();
      return new Set(found.map(({ accountId }) => accountId));
    },
    async write(derived, sequence) {
      const heads = await moveHeads(documents, derived, sequence);
      const rows: (Row | Left)[] = [];
      for (const [accountId, needed] of derived) {
        const head = heads.get(accountId);
        const isAhead = head !== undefined && head.sequence > sequence;
        const everHad = new Set(head?.rowIds);
        // A process that is ahead knows of no other rows than these, and writes over them.
        rows.push(...needed.filter(({ _id }) => !isAhead || everHad.has(_id)));
        for (const { _id } of needed) everHad.delete(_id);
        rows.push(...[...everHad].map((_id) => ({ _id, accountId, sequence })));
      }
      await writeRows(documents, rows);
    },
    async exchange(accountId, rows, sequence) {
      await documents.deleteMany({ accountId });
      const head: Head = { _id: accountId, accountId, rowIds: rows.map(({ _id }) => _id), sequence };
      await documents.insertMany([head, ...rows]);
    },
    async *accountIds() {
      const found = documents.find({}, { projection: { accountId: 1 } }).sort({ accountId: 1 });
      for await (const { accountId } of found) yield accountId;
    },
  };
}

/** Says which rows accounts have from now on, and returns all that they ever had. */
async function moveHeads(
  documents: Documents,
  derived: ReadonlyMap<string, readonly DerivedRow[]>,
  sequence: number,
): Promise<Map<string, Head>> {
  if (derived.size === 0) return new Map();
  const ids = [...derived.keys()];
  const heads = [...derived].map(([accountId, rows]): Head => {
    const rowIds = rows.map(({ _id }) => _id);
    return { _id: accountId, accountId, rowIds, sequence };
  });
  const there = await storedIds({ collection: documents }, ids);
  const fresh = heads.filter(({ _id }) => !there.has(_id));
  const taken = await insertNew({ collection: documents }, fresh);
  const toMove = heads.filter(({ _id }) => there.has(_id) || taken.has(_id));
  if (toMove.length > 0)
    await documents.bulkWrite(
      toMove.map(({ _id, rowIds }) => ({
        updateOne: {
          filter: { _id, sequence: { $lte: sequence } },
          update: { $set: { sequence }, $addToSet: { rowIds: { $each: rowIds } } },
        },
      })),
      { ordered: false },
    );
  const found = documents.find<Head>({ _id: { $in: ids } });
  const moved = new Map<string, Head>();
  for await (const head of found) moved.set(head._id, head);
  return moved;
}

/** Writes new rows before it removes those that they replace. */
async function writeRows(documents: Documents, rows: readonly (DerivedRow | Left)[]): Promise<void> {
  const isNeeded = (row: DerivedRow | Left) => 'knownTo' in row;
  await writeNewer(documents, rows.filter(isNeeded));
  await writeNewer(
    documents,
    rows.filter((row) => !isNeeded(row)),
  );
}
