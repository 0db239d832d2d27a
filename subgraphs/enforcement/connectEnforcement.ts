import type { Connection, Model } from 'mongoose';
import { loadedCaseModel } from '../../shared/case/loadedCase.record';
import {
  eventRecords,
  type Ledger,
  ledgerCheckpointModel,
  ledgerEventModel,
  ledgerStore,
  verifyChain,
} from '@cordon/ledger';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { ReadCache } from '../../shared/mongo/readCache';
import { type RequestModels, requestModels } from '../../shared/mongo/requestModels';
import { accountStatusModel } from './accountStatus/accountStatus.record';
import { accountStatusesProjection } from './accountStatus/accountStatuses';
import { accountStatusRowsStore } from './accountStatus/accountStatusRows.store';
import { accountModel } from './account/account.record';
import { claimModel } from './claim/claim.record';
import { quotationModel } from './claim/quotation.record';
import { controlEventModel } from './control/controlEvent.record';
import { contradictionModel } from './contradiction/contradiction.record';
import { holdingModel } from './holding/holding.record';
import { incidentModel } from './incident/incident.record';
import { legalProcessModel } from './legalProcess/legalProcess.record';
import { compareProjections, type ProjectionComparison } from './projection/compareProjections';
import { type RebuildOptions, rebuildProjections, type RebuildReport } from './projection/rebuild';
import { readEvent } from './ledger/events';
import { projections } from './ledger/projections';
import type { DerivedProjection, Projection } from './projection/projection';
import { measureModel } from './measure/measure.record';
import { annualYearsModel } from './obligation/projection/annualYears.record';
import { blockedYearsModel } from './obligation/projection/blockedYears.record';
import { dutyModel } from './obligation/projection/duty.record';
import { dutiesProjections } from './obligation/projection/duties';
import { dutyStores } from './obligation/projection/dutyStores.store';
import { outflowModel } from './outflow/outflow.record';
import { proposalModel } from './proposal/proposal.record';
import { recoveryModel } from './recovery/recovery.record';
import { reportModel } from './report/report.record';
import { retentionHoldModel } from './retention/retentionHold.record';
import { holdingValuationModel } from './valuation/holdingValuation.record';
import { venueModel } from './venue/venue.record';
import { type CatchUp, createCatchUp } from './projection/catchUp';
import { besideTheLive } from './projection/scratch.store';
import { rejectLostTail } from './projection/soundCursors';
import { rejectOlderData } from './projection/olderData.store';
import { projectionCursorModel } from './projection/projectionCursor.record';
import { type ProjectionRowsStore, projectionRowsStore } from './projection/projectionRows.store';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';

export interface ConnectEnforcementOptions extends DatabaseTarget {
  readonly now?: () => Date;
}

/** The database of this subgraph: its collections, the ledger, and the views of it. */
export interface EnforcementDatabase {
  readonly connection: Connection;
  readonly records: EnforcementRecords;
  /** The collections as requests read them. */
  readonly modelsUntil: RequestModels<EnforcementRecords>;
  readonly ledger: Ledger;
  readonly rows: ProjectionRowsStore;
  readonly projections: readonly Projection[];
  readonly readEvent: typeof readEvent;
  /** Before a read of a view, and before a decision on one: the views then reflect all events so far. */
  readonly catchUp: CatchUp;
  /** Rejects a ledger that has lost events that the views reflect, before it is signed or given away. Reads only. */
  readonly rejectLostTail: () => Promise<void>;
  /** Reads every event of the ledger, and its place in the chain. Throws LedgerDamaged. */
  readonly verifyChain: () => Promise<void>;
  /** Compares all views with the ledger, and changes none: `cordon ledger verify`. */
  readonly compare: () => Promise<ProjectionComparison>;
  /** Makes all views anew, and mends what differs: `cordon ledger rebuild`. */
  readonly rebuild: (options?: RebuildOptions) => Promise<RebuildReport>;
}

/** Every collection of this subgraph, with its indexes. The views are not caught up yet. */
export async function connectEnforcement({
  mongoUrl,
  databasePrefix,
  writes,
  now,
}: ConnectEnforcementOptions): Promise<EnforcementDatabase> {
  const connection = await connectMongo({ url: mongoUrl, database: `${databasePrefix}_enforcement` });
  const records = enforcementRecords(connection);
  await createRecords(connection);
  const { projectionCursors: _background, ...read } = records;
  // The cursors only trail the events, in the background, and no request reads them.
  const cache = new ReadCache(writes, connection.name, collectionsOf(read));
  const ledger = withCachedHead(
    ledgerStore(records.ledger, { checkpoints: records.checkpoints, ...(now ? { now } : {}) }),
    records,
    cache,
  );
  const rows = projectionRows(connection, records);
  const derived = derivedProjections(connection, records);
  const allProjections = [...projections, ...derived];
  if (!(await records.ledger.exists({}))) {
    const collections = projections.map(({ name }) => collectionOf(records, name));
    await rejectOlderData(connection, collections).catch(async (error: unknown) => {
      await connection.close();
      throw error;
    });
  }
  const parts = { ledger, views: projections, derived, live: rows, readEvent };
  const beside = <Result>(work: (scratch: ProjectionRowsStore) => Promise<Result>) =>
    besideTheLive(connection, (prefix) => work(projectionRows(connection, records, prefix)));
  return {
    connection,
    records,
    modelsUntil: requestModels(records, cache),
    ledger,
    rows,
    projections: allProjections,
    readEvent,
    catchUp: createCatchUp({ ledger, rows, views: allProjections, readEvent }),
    rejectLostTail: () => rejectLostTail({ ledger, rows, views: allProjections }),
    verifyChain: () => verifyChain(eventRecords(records.ledger)),
    compare: () => beside((scratch) => compareProjections({ ...parts, scratch })),
    rebuild: (options) => beside((scratch) => rebuildProjections({ ...parts, scratch }, options)),
  };
}

/** A head is held so long at most, in milliseconds: the ledger looks for missing events from time to time as it is read. */
const headHeldMs = 1_000;

/** The head is read for each call, and is the same until an event or a checkpoint is written. */
function withCachedHead(ledger: Ledger, records: EnforcementRecords, cache: ReadCache): Ledger {
  const collections = ['ledger', 'checkpoints'].map((name) => collectionOf(records, name));
  const head = () => {
    const key = `head of the ledger ${Math.floor(performance.now() / headHeldMs)}`;
    return cache.read(key, collections, () => ledger.head());
  };
  return { ...ledger, head };
}

/** The projections that are made of the rows of others. */
function derivedProjections(
  connection: Connection,
  records: EnforcementRecords,
): readonly DerivedProjection[] {
  const collection = <Row extends object>({ collection: { collectionName } }: Model<Row>) =>
    connection.collection<Row>(collectionName);
  const accountStatuses = accountStatusRowsStore({
    accounts: connection.collection(records.accounts.collection.collectionName),
    measures: collection(records.measures),
    accountStatuses: collection(records.accountStatuses),
  });
  const duties = dutyStores({
    measures: collection(records.measures),
    outflows: collection(records.outflows),
    processes: collection(records.processes),
    proposals: collection(records.proposals),
    venues: collection(records.venues),
    reports: collection(records.reports),
    duties: collection(records.duties),
    blockedYears: collection(records.blockedYears),
    annualYears: collection(records.annualYears),
  });
  return [accountStatusesProjection(accountStatuses), ...dutiesProjections(duties)];
}

function projectionRows(connection: Connection, records: EnforcementRecords, prefix = '') {
  const prefixed = (name: string) => `${prefix}${collectionOf(records, name)}`;
  return projectionRowsStore(connection, prefixed, prefixed('projectionCursors'));
}

const collectionsOf = (records: Partial<EnforcementRecords>) =>
  Object.values(records).map(({ collection }) => collection.collectionName);

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
    duties: dutyModel(connection),
    blockedYears: blockedYearsModel(connection),
    annualYears: annualYearsModel(connection),
    retentionHolds: retentionHoldModel(connection),
    claims: claimModel(connection),
    quotations: quotationModel(connection),
    contradictions: contradictionModel(connection),
    controlEvents: controlEventModel(connection),
    loadedCases: loadedCaseModel(connection),
    ledger: ledgerEventModel(connection),
    checkpoints: ledgerCheckpointModel(connection),
    projectionCursors: projectionCursorModel(connection),
  };
}

export type EnforcementRecords = ReturnType<typeof enforcementRecords>;
