import type { Connection } from 'mongoose';
import { loadedCaseModel } from '../../shared/case/loadedCase.record';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { attributionModel } from './attribution/attribution.record';
import { crossingModel } from './crossing/crossing.record';
import { depositModel } from './deposit/deposit.record';
import { importModel, quarantinedRowModel } from './importLog/importLog.record';
import { actorStatusModel, listingSyncModel } from './listing/actorStatus.record';
import { monitoringRecords } from './monitoring/monitoring.record';
import { counterModel } from './sequence/counter.record';
import { transferModel } from './transfer/transfer.record';
import { utxoTransactionModel } from './transfer/utxoTransaction.record';
import { uploadRecords } from '../../shared/upload/upload.record';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';

/** Every collection of this subgraph, with its indexes. */
export async function connectAttribution({ mongoUrl, databasePrefix }: DatabaseTarget) {
  const connection = await connectMongo({ url: mongoUrl, database: `${databasePrefix}_attribution` });
  const records = attributionRecords(connection);
  await createRecords(connection);
  return { connection, records };
}

function attributionRecords(connection: Connection) {
  return {
    attributions: attributionModel(connection),
    transfers: transferModel(connection),
    utxoTransactions: utxoTransactionModel(connection),
    crossings: crossingModel(connection),
    deposits: depositModel(connection),
    counters: counterModel(connection),
    imports: importModel(connection),
    quarantinedRows: quarantinedRowModel(connection),
    actorStatuses: actorStatusModel(connection),
    listingSyncs: listingSyncModel(connection),
    loadedCases: loadedCaseModel(connection),
    ...monitoringRecords(connection),
    ...uploadRecords(connection),
  };
}

export type AttributionRecords = ReturnType<typeof attributionRecords>;
