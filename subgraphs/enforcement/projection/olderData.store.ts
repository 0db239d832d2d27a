import type { Connection } from 'mongoose';
import { StoreOutdated } from '../../../shared/mongo/storeOutdated';

/**
 * Rejects data from before there was a ledger: rows that no event made would be served as facts, and what makes the rows
 * would not know of them. Only where the ledger is empty: afterwards `cordon ledger rebuild` finds what no event made.
 * @throws StoreOutdated
 */
export async function rejectOlderData(connection: Connection, collections: readonly string[]): Promise<void> {
  for (const name of collections) {
    const row = await connection.collection(name).findOne({ sequence: { $exists: false } });
    if (!row) continue;
    throw new StoreOutdated(
      `the database ${connection.name} is from before Cordon kept a ledger (${name} without events): start with a new ` +
        'data folder (--data-dir) or another CORDON_DATABASE_PREFIX, and import its cases and files again',
    );
  }
}
