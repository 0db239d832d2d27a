import type { Connection } from 'mongoose';
import { StoreOutdated } from '../../../shared/mongo/storeOutdated';

/**
 * Rejects data from before there was a ledger. Rows that no event made would be served as facts, and the
 * projections would not know of them. Checks only where the ledger is empty: afterwards `cordon ledger
 * rebuild` finds such rows.
 * @throws StoreOutdated
 */
export async function rejectOlderData(connection: Connection, collections: readonly string[]): Promise<void> {
  for (const name of collections) {
    const row = await connection.collection(name).findOne({ sequence: { $exists: false } });
    if (!row) continue;
    throw new StoreOutdated(
      `the database ${connection.name} is from before Cordon kept a ledger (${name} without events). Start with a new data folder (--data-dir) or another CORDON_DATABASE_PREFIX, and import its cases and files again`,
    );
  }
}
