import type { Connection } from 'mongoose';
import { loadedCaseModel } from '../../shared/case/loadedCase.record';
import { type Ledger, ledgerCheckpointModel, ledgerEventModel, ledgerStore } from '@cordon/ledger';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { accountStatusModel } from './accountStatus/accountStatus.record';
import { accountStatusesView } from './accountStatus/accountStatuses';
import { type AccountStatusRows, accountStatusRowsStore } from './accountStatus/accountStatusRows.store';
import { accountModel } from './account/account.record';
import { claimModel } from './claim/claim.record';
import { passageModel } from './claim/passage.record';
import { controlEventModel } from './control/controlEvent.record';
import { contradictionModel } from './contradiction/contradiction.record';
import { holdingModel } from './holding/holding.record';
import { incidentModel } from './incident/incident.record';
import { legalProcessModel } from './legalProcess/legalProcess.record';
import { compareViews, type ViewComparison } from './ledger/compareViews';
import { type RebuildOptions, rebuildViews, type RebuildReport } from './ledger/rebuild';
import { type View, views } from './ledger/views';
import { measureModel } from './measure/measure.record';
import { outflowModel } from './obligation/outflow.record';
import { proposalModel } from './proposal/proposal.record';
import { recoveryModel } from './recovery/recovery.record';
import { reportModel } from './report/report.record';
import { retentionHoldModel } from './retention/retentionHold.record';
import { holdingValuationModel } from './valuation/holdingValuation.record';
import { venueModel } from './venue/venue.record';
import { type CatchUp, createCatchUp } from './view/catchUp';
import { besideTheLive } from './view/scratch.store';
import { refuseOlderData } from './view/olderData.store';
import { viewCursorModel } from './view/viewCursor.record';
import { type ViewRowsStore, viewRowsStore } from './view/viewRows.store';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';

export interface ConnectEnforcementOptions extends DatabaseTarget {
  readonly now?: () => Date;
}

/** The database of this subgraph: its collections, the ledger, and the views of it. */
export interface EnforcementDatabase {
  readonly connection: Connection;
  readonly records: EnforcementRecords;
  readonly ledger: Ledger;
  readonly rows: ViewRowsStore;
  readonly views: readonly View[];
  readonly statuses: AccountStatusRows;
  /** Before a read of a view, and before a decision on one: the views then reflect all events so far. */
  readonly catchUp: CatchUp;
  /** Compares all views with the ledger, and changes none: `cordon ledger verify`. */
  readonly compare: () => Promise<ViewComparison>;
  /** Makes all views anew, and mends what differs: `cordon ledger rebuild`. */
  readonly rebuild: (options?: RebuildOptions) => Promise<RebuildReport>;
}

/** Every collection of this subgraph, with its indexes. The views are not caught up yet. */
export async function connectEnforcement({
  mongoUrl,
  databasePrefix,
  now,
}: ConnectEnforcementOptions): Promise<EnforcementDatabase> {
  const connection = await connectMongo({ url: mongoUrl, database: `${databasePrefix}_enforcement` });
  const records = enforcementRecords(connection);
  await createRecords(connection);
  const ledger = ledgerStore(records.ledger, { checkpoints: records.checkpoints, ...(now ? { now } : {}) });
  const rows = viewRows(connection, records);
  const statuses = accountStatusRowsStore({
    accounts: connection.collection(records.accounts.collection.collectionName),
    measures: connection.collection(records.measures.collection.collectionName),
    accountStatuses: connection.collection(records.accountStatuses.collection.collectionName),
  });
  const allViews = [...views, accountStatusesView(statuses)];
  if (!(await records.ledger.exists({}))) {
    const collections = views.map(({ name }) => collectionOf(records, name));
    await refuseOlderData(connection, collections).catch(async (error: unknown) => {
      await connection.close();
      throw error;
    });
  }
  const parts = { ledger, views, allViews, statuses, live: rows };
  const beside = <Result>(work: (scratch: ViewRowsStore) => Promise<Result>) =>
    besideTheLive(connection, (prefix) => work(viewRows(connection, records, prefix)));
  return {
    connection,
    records,
    ledger,
    rows,
    views: allViews,
    statuses,
    catchUp: createCatchUp({ ledger, rows, views: allViews }),
    compare: () => beside((scratch) => compareViews({ ...parts, scratch })),
    rebuild: (options) => beside((scratch) => rebuildViews({ ...parts, scratch }, options)),
  };
}

function viewRows(connection: Connection, records: EnforcementRecords, prefix = '') {
  const prefixed = (name: string) => `${prefix}${collectionOf(records, name)}`;
  return viewRowsStore(connection, prefixed, prefixed('viewCursors'));
}

const collectionOf = (records: EnforcementRecords, name: string) =>
  records[name as keyof EnforcementRecords].collection.collectionName;

function enforcementRecords(connection: Connection) {
  return {
    venues: venueModel(connection),
    accounts: accountModel(connection),
    accountStatuses: accountStatusModel(connection),
    processes: legalProcessModel(connection),
    measures: measureModel(connection),
    holdings: holdingModel(connection),
    incidents: incidentModel(connection),
    recoveries: recoveryModel(connection),
    proposals: proposalModel(connection),
    outflows: outflowModel(connection),
    holdingValuations: holdingValuationModel(connection),
    reports: reportModel(connection),
    retentionHolds: retentionHoldModel(connection),
    claims: claimModel(connection),
    passages: passageModel(connection),
    contradictions: contradictionModel(connection),
    controlEvents: controlEventModel(connection),
    loadedCases: loadedCaseModel(connection),
    ledger: ledgerEventModel(connection),
    checkpoints: ledgerCheckpointModel(connection),
    viewCursors: viewCursorModel(connection),
  };
}

export type EnforcementRecords = ReturnType<typeof enforcementRecords>;
