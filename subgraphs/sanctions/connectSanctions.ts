import { ledgerCheckpointModel, ledgerEventModel } from '@cordon/ledger';
import type { Connection } from 'mongoose';
import { loadedCaseModel } from '../../shared/case/loadedCase.record';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { actorModel } from './actor/actor.record';
import { customerModel } from './customer/customer.record';
import { customerImportModel, quarantinedCustomerModel } from './customer/customerImport.record';
import { customerMatchModel } from './customerMatch/customerMatch.record';
import {
  changedEntryModel,
  countedWordsModel,
  screenedPartModel,
  screeningRunModel,
  screeningStateModel,
} from './customerScreening/screeningState.record';
import { decisionCursorModel, decisionModel } from './decision/decision.record';
import { designationModel } from './designation/designation.record';
import { importLeaseModel } from './importLease/importLease.record';
import { listChunkModel, listEntryModel } from './list/listEntry.record';
import { listVersionModel } from './list/listVersion.record';
import { withdrawnVersionModel } from './list/withdrawnVersion.record';
import { quarantinedRowModel } from './list/quarantinedRow.record';
import { stakeModel } from './ownership/stake.record';
import { screeningAlertModel } from './screeningAlert/screeningAlert.record';
import { relationshipModel } from './relationship/relationship.record';
import { uploadRecords } from '../../shared/upload/upload.record';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';

/** Every collection of this subgraph, with its indexes. */
export async function connectSanctions({ mongoUrl, databasePrefix }: DatabaseTarget) {
  const connection = await connectMongo({ url: mongoUrl, database: `${databasePrefix}_sanctions` });
  const records = sanctionsRecords(connection);
  await createRecords(connection);
  return { connection, records };
}

function sanctionsRecords(connection: Connection) {
  return {
    actors: actorModel(connection),
    designations: designationModel(connection),
    relationships: relationshipModel(connection),
    listVersions: listVersionModel(connection),
    listEntries: listEntryModel(connection),
    listChunks: listChunkModel(connection),
    withdrawnListVersions: withdrawnVersionModel(connection),
    quarantinedRows: quarantinedRowModel(connection),
    importLeases: importLeaseModel(connection),
    stakes: stakeModel(connection),
    loadedCases: loadedCaseModel(connection),
    customers: customerModel(connection),
    customerImports: customerImportModel(connection),
    quarantinedCustomers: quarantinedCustomerModel(connection),
    customerMatches: customerMatchModel(connection),
    screeningAlerts: screeningAlertModel(connection),
    screeningStates: screeningStateModel(connection),
    screenedParts: screenedPartModel(connection),
    changedEntries: changedEntryModel(connection),
    countedWords: countedWordsModel(connection),
    screeningRuns: screeningRunModel(connection),
    decisions: decisionModel(connection),
    decisionCursors: decisionCursorModel(connection),
    ledger: ledgerEventModel(connection),
    checkpoints: ledgerCheckpointModel(connection),
    ...uploadRecords(connection),
  };
}

export type SanctionsRecords = ReturnType<typeof sanctionsRecords>;
