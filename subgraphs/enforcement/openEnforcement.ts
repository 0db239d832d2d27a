import type { Connection } from 'mongoose';
import { loadedCaseNames } from '../../shared/case/loadCase';
import { loadedCaseModel } from '../../shared/case/loadedCase.record';
import { CordonError } from '../../shared/errors/cordonError';
import { checkpointSigner, publicJwk } from '../../shared/ledger/checkpointKey';
import { checkpointStore } from '../../shared/ledger/checkpoints.store';
import { eventRecords } from '../../shared/ledger/eventRecords.store';
import { keepCheckpoints } from '../../shared/ledger/keepCheckpoints';
import type { Ledger } from '../../shared/ledger/ledger';
import { ledgerStore } from '../../shared/ledger/ledger.store';
import { ledgerCheckpointModel } from '../../shared/ledger/ledgerCheckpoint.record';
import { ledgerEventModel } from '../../shared/ledger/ledgerEvent.record';
import type { Logger } from '../../shared/logger/logger';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { executableSubgraph } from '../../shared/subgraph/buildSubgraph';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';
import { accountModel } from './account/account.record';
import { accountStore } from './account/account.store';
import { claimModel } from './claim/claim.record';
import { claimStore } from './claim/claim.store';
import { passageModel } from './claim/passage.record';
import { passageStore } from './claim/passage.store';
import { createEnforcementContext, type EnforcementStores } from './context';
import { controlEventModel } from './control/controlEvent.record';
import { contradictionModel } from './contradiction/contradiction.record';
import { contradictionStore } from './contradiction/contradiction.store';
import { holdingModel } from './holding/holding.record';
import { holdingStore } from './holding/holding.store';
import { incidentModel } from './incident/incident.record';
import { incidentStore } from './incident/incident.store';
import { legalProcessModel } from './legalProcess/legalProcess.record';
import { legalProcessStore } from './legalProcess/legalProcess.store';
import { answeringLedger } from './ledger/answeringLedger';
import { rebuildViews, type RebuildReport } from './ledger/rebuild';
import { views } from './ledger/views';
import { measureModel } from './measure/measure.record';
import { measureStore } from './measure/measure.store';
import { outflowModel } from './obligation/outflow.record';
import { outflowStore } from './obligation/outflow.store';
import { proposalModel } from './proposal/proposal.record';
import { proposalStore } from './proposal/proposal.store';
import { watchLapses } from './proposal/watchLapses';
import { recoveryModel } from './recovery/recovery.record';
import { recoveryStore } from './recovery/recovery.store';
import { reportModel } from './report/report.record';
import { reportStore } from './report/report.store';
import { retentionHoldModel } from './retention/retentionHold.record';
import { retentionHoldStore } from './retention/retentionHold.store';
import { enforcementDefinition } from './schema';
import { holdingValuationModel } from './valuation/holdingValuation.record';
import { holdingValuationStore } from './valuation/holdingValuation.store';
import { venueModel } from './venue/venue.record';
import { venueStore } from './venue/venue.store';
import { type CatchUp, createCatchUp } from './view/catchUp';
import { keepCaughtUp } from './view/keepCaughtUp';
import { besideTheLive } from './view/scratch.store';
import { refuseOlderData } from './view/olderData.store';
import { viewCursorModel, type ViewCursorRecord } from './view/viewCursor.record';
import { type ViewRowsStore, viewRowsStore } from './view/viewRows.store';

export interface OpenEnforcementOptions {
  readonly mongoUrl: string;
  /** The database is `<prefix>_enforcement`. */
  readonly databasePrefix: string;
  readonly logger: Logger;
  readonly now?: () => Date;
  /** The private key that signs checkpoints of the ledger, 32 bytes in hex. Left out: none are taken. */
  readonly ledgerKey?: string;
  /** The `x` of the public keys that signed checkpoints before. */
  readonly retiredLedgerKeys?: readonly string[];
}

/** The database of this subgraph: its collections, the ledger, and the views of it. */
export interface EnforcementDatabase {
  readonly connection: Connection;
  readonly records: EnforcementRecords;
  readonly ledger: Ledger;
  readonly rows: ViewRowsStore;
  /** Before a read of a view, and before a decision on one: the views then reflect all events so far. */
  readonly catchUp: CatchUp;
  /** Makes all views anew, and mends what differs: `cordon ledger rebuild`. */
  readonly rebuild: () => Promise<RebuildReport>;
}

/** Every collection of this subgraph, with its indexes. The views are not caught up yet. */
export async function connectEnforcement({
  mongoUrl,
  databasePrefix,
  now,
}: Omit<OpenEnforcementOptions, 'logger'>): Promise<EnforcementDatabase> {
  const connection = await connectMongo({ url: mongoUrl, database: `${databasePrefix}_enforcement` });
  const records = enforcementRecords(connection);
  await createRecords(connection);
  const ledger = ledgerStore(records.ledger, now ? { now } : {});
  const rows = viewRows(connection, records);
  if ((await ledger.head()).sequence === 0) {
    const collections = views.map(({ name }) => collectionOf(records, name));
    await refuseOlderData(connection, collections).catch(async (error: unknown) => {
      await connection.close();
      throw error;
    });
  }
  return {
    connection,
    records,
    ledger,
    rows,
    catchUp: createCatchUp({ ledger, rows, views }),
    rebuild: () =>
      besideTheLive(connection, (prefix) =>
        rebuildViews({ ledger, views, live: rows, scratch: viewRows(connection, records, prefix) }),
      ),
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

function enforcementStores(records: EnforcementRecords): EnforcementStores {
  return {
    venues: venueStore(records.venues),
    accounts: accountStore(records.accounts),
    processes: legalProcessStore(records.processes),
    measures: measureStore(records.measures),
    holdings: holdingStore(records.holdings),
    incidents: incidentStore(records.incidents),
    recoveries: recoveryStore(records.recoveries),
    proposals: proposalStore(records.proposals),
    outflows: outflowStore(records.outflows),
    holdingValuations: holdingValuationStore(records.holdingValuations),
    reports: reportStore(records.reports),
    retentionHolds: retentionHoldStore(records.retentionHolds),
    claims: claimStore(records.claims),
    passages: passageStore(records.passages),
    contradictions: contradictionStore(records.contradictions),
  };
}

/** The views that are there, made by another version of the code. */
async function outdatedViews({ viewCursors }: EnforcementRecords): Promise<string[]> {
  const cursors = await viewCursors.find().lean<ViewCursorRecord[]>();
  return cursors
    .filter(({ _id, version }) => views.some((view) => view.name === _id && view.version !== version))
    .map(({ _id }) => _id);
}

/** Signs checkpoints of the ledger while this server runs. */
function keepSigning(
  { records, ledger }: EnforcementDatabase,
  { ledgerKey, retiredLedgerKeys = [], logger }: OpenEnforcementOptions,
) {
  if (!ledgerKey) return undefined;
  const signer = checkpointSigner(ledgerKey);
  const checkpoints = checkpointStore({
    ledger: 'enforcement',
    events: eventRecords(records.ledger),
    records: records.checkpoints,
    keys: [signer.publicJwk, ...retiredLedgerKeys.map(publicJwk)],
  });
  const onError = (err: unknown) => logger.error({ err }, 'no checkpoint of the ledger could be taken');
  return keepCheckpoints({ ledger, checkpoints, signer, onError });
}

/** Opens the enforcement subgraph over its database: ready to execute, in this process or behind HTTP. */
export async function openEnforcement(options: OpenEnforcementOptions): Promise<Subgraph> {
  const { logger, now = () => new Date() } = options;
  const database = await connectEnforcement(options);
  const { connection, records, ledger, catchUp, rebuild } = database;
  const outdated = await outdatedViews(records);
  if (outdated.length > 0) {
    const { differences } = await rebuild();
    logger.info({ views: outdated, differences }, 'views of an older version were made anew');
  }
  const keeping = await keepCaughtUp(catchUp, logger);
  const watching = watchLapses(proposalStore(records.proposals), { logger, now });
  const signing = keepSigning(database, options);
  const answering = answeringLedger(ledger, logger);
  const subgraph = await runSubgraph({
    name: 'enforcement',
    schema: executableSubgraph(enforcementDefinition),
    logger,
    createContext: createEnforcementContext(
      {
        stores: enforcementStores(records),
        ledger: answering.ledger,
        catchUp: () => answering.answer(catchUp),
      },
      now,
    ),
    loadedCases: () => loadedCaseNames(records.loadedCases),
    async close() {
      await watching.stop();
      await keeping.stop();
      await signing?.close();
      await connection.close();
    },
  });
  return {
    ...subgraph,
    // Whoever asks sees what every command before, also another process's, left behind.
    async execute(request, caller) {
      try {
        await answering.answer(keeping.catchUp);
      } catch (error) {
        if (!(error instanceof CordonError)) throw error;
        return { errors: [{ message: error.message, extensions: error.extensions }] };
      }
      return subgraph.execute(request, caller);
    },
  };
}
