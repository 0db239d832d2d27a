import { loadedCaseNames } from '../../shared/case/loadCase';
import { CordonError } from '../../shared/errors/cordonError';
import {
  type Checkpoints,
  checkpointSigner,
  checkpointStore,
  type EventRecords,
  eventRecords,
  keepCheckpoints,
  LedgerDamaged,
  publicJwk,
} from '@cordon/ledger';
import type { Logger } from '../../shared/logger/logger';
import { noObservers, type Observers } from '../../shared/metrics/observers';
import { observeLedger } from '../../shared/metrics/observeLedger';
import { observeStore } from '../../shared/metrics/observeStore';
import { executableSubgraph } from '../../shared/subgraph/buildSubgraph';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';
import { accountStatusStore } from './accountStatus/accountStatus.store';
import { accountStore } from './account/account.store';
import { claimStore } from './claim/claim.store';
import { quotationStore } from './claim/quotation.store';
import { createEnforcementContext, type EnforcementStores } from './context';
import { contradictionStore } from './contradiction/contradiction.store';
import { holdingStore } from './holding/holding.store';
import { incidentStore } from './incident/incident.store';
import { legalProcessStore } from './legalProcess/legalProcess.store';
import { checkpointTexts } from './ledgerHead/checkpointTexts.store';
import { ledgerProofs } from './ledgerHead/ledgerProofs.store';
import { answeringLedger, ledgerDamagedMessage } from './ledger/answeringLedger';
import { ledgerName } from './ledger/ledgerName';
import { outdatedProjections } from './projection/rebuild';
import { measureStore } from './measure/measure.store';
import { obligationStore } from './obligation/obligation.store';
import { outflowStore } from './outflow/outflow.store';
import { proposalStore } from './proposal/proposal.store';
import { watchLapses } from './proposal/watchLapses';
import { recoveryStore } from './recovery/recovery.store';
import { blockedReport } from './report/blockedReport';
import { reportStore } from './report/report.store';
import { retentionHoldStore } from './retention/retentionHold.store';
import { enforcementDefinition } from './schema';
import { holdingValuationStore } from './valuation/holdingValuation.store';
import { tracedAccountStore } from './frozenAccount/tracedAccount.store';
import { venueStore } from './venue/venue.store';
import {
  type ProjectionsProblem,
  type WatchedProjections,
  watchProjections,
} from './projection/watchProjections';
import { keepCaughtUp } from './projection/keepCaughtUp';
import {
  connectEnforcement,
  type ConnectEnforcementOptions,
  type EnforcementDatabase,
  type EnforcementRecords,
} from './connectEnforcement';

export interface OpenEnforcementOptions extends ConnectEnforcementOptions {
  readonly logger: Logger;
  /** Metrics and traces of the process. Default: none. */
  readonly observers?: Observers;
  /** The private key that signs checkpoints of the ledger, 32 bytes in hex. Omitted: none are taken. */
  readonly ledgerKey?: string;
  /** The `x` of the public keys that signed checkpoints before. */
  readonly retiredLedgerKeys?: readonly string[];
  /** The shortest rest between two checks of the views, in milliseconds; for tests. */
  readonly minViewCheckRestMs?: number;
}

function enforcementStores(
  records: EnforcementRecords,
  { proofs, blockedReport, lastCheck }: Pick<EnforcementStores, 'proofs' | 'blockedReport' | 'lastCheck'>,
): EnforcementStores {
  return {
    blockedReport,
    lastCheck,
    venues: venueStore(records.venues),
    accounts: accountStore(records.accounts),
    accountStatuses: accountStatusStore(records.accountStatuses),
    processes: legalProcessStore(records.processes),
    measures: measureStore(records.measures),
    tracedAccounts: tracedAccountStore(records),
    holdings: holdingStore(records.holdings),
    incidents: incidentStore(records.incidents),
    recoveries: recoveryStore(records.recoveries),
    proposals: proposalStore(records.proposals),
    obligations: obligationStore(records),
    outflows: outflowStore(records.outflows),
    holdingValuations: holdingValuationStore(records.holdingValuations),
    reports: reportStore(records.reports),
    retentionHolds: retentionHoldStore(records.retentionHolds),
    claims: claimStore(records.claims),
    quotations: quotationStore(records.quotations),
    contradictions: contradictionStore(records.contradictions),
    checkpoints: checkpointTexts(records.checkpoints),
    proofs,
  };
}

/** The ledger's checkpoints that count: those of its own key and of retired ones. */
function ledgerCheckpoints(
  records: EnforcementRecords,
  events: EventRecords,
  { ledgerKey, retiredLedgerKeys = [] }: OpenEnforcementOptions,
): Checkpoints {
  const own = ledgerKey ? [checkpointSigner(ledgerKey).publicJwk] : [];
  return checkpointStore({
    ledger: ledgerName,
    events,
    records: records.checkpoints,
    keys: [...own, ...retiredLedgerKeys.map(publicJwk)],
  });
}

interface SigningParts {
  readonly checkpoints: Checkpoints;
  readonly watched: Pick<WatchedProjections, 'problem'>;
}

/** Signs checkpoints of the ledger while this server runs. */
function keepSigning(
  { ledger, catchUp }: EnforcementDatabase,
  { checkpoints, watched }: SigningParts,
  { ledgerKey, logger }: OpenEnforcementOptions,
) {
  if (!ledgerKey) return undefined;
  const signer = checkpointSigner(ledgerKey);
  const onError = (err: unknown) => logger.error({ err }, 'no checkpoint of the ledger could be taken');
  // A ledger that the projections do not fit has lost events, and is not signed.
  const head = async () => {
    await catchUp();
    // A checkpoint reads only the events since the last one: an edited one before it is found by the check of the whole.
    if (watched.problem() === 'LEDGER_DAMAGED') throw new CordonError('LEDGER_DAMAGED', ledgerDamagedMessage);
    return ledger.head();
  };
  return keepCheckpoints({ ledger: { head }, checkpoints, signer, onError });
}

/**
 * Makes views of an older version anew and catches all up, before anything of them is served. Where it fails it is done
 * again when it is next asked for.
 */
function prepareProjections(
  { rows, projections, catchUp, rebuild }: EnforcementDatabase,
  logger: Logger,
): () => Promise<void> {
  const prepare = async () => {
    const outdated = (await outdatedProjections({ live: rows, views: projections })).map(({ name }) => name);
    if (outdated.length > 0) {
      // It rejects a damaged ledger at once, before anything is rebuilt.
      await catchUp();
      const { differences } = await rebuild();
      logger.info({ views: outdated, differences }, 'views of an older version were rebuilt');
    }
    await catchUp();
  };
  let preparing: Promise<void> | undefined;
  return () => {
    preparing ??= prepare().catch((error: unknown) => {
      preparing = undefined;
      throw error;
    });
    return preparing;
  };
}

/** Opens the enforcement subgraph over its database: ready to execute, in this process or behind HTTP. */
export async function openEnforcement(options: OpenEnforcementOptions): Promise<Subgraph> {
  const { logger, observers = noObservers, now = () => new Date() } = options;
  const database = await connectEnforcement(options);
  const { connection, records, modelsUntil, catchUp } = database;
  observeStore(connection, observers);
  const ledger = observeLedger(database.ledger, 'enforcement', observers);
  const prepared = prepareProjections(database, logger);
  await prepared().catch((err: unknown) => {
    // It is answered and not ready until the ledger is whole again: other subgraphs of the process go on.
    if (!(err instanceof LedgerDamaged)) throw err;
    logger.error({ err }, 'the ledger is damaged');
  });
  const keeping = keepCaughtUp(catchUp, logger);
  const { minViewCheckRestMs } = options;
  const watchedProjections = watchProjections({
    ...database,
    logger,
    ...(minViewCheckRestMs === undefined ? {} : { minRestMs: minViewCheckRestMs }),
  });
  const watching = watchLapses(proposalStore(records.proposals), { logger, now });
  const events = eventRecords(records.ledger);
  const checkpoints = ledgerCheckpoints(records, events, options);
  const signing = keepSigning(database, { checkpoints, watched: watchedProjections }, options);
  const answering = answeringLedger(ledger, logger);
  const proofs = ledgerProofs(events, checkpoints);
  const subgraph = await runSubgraph({
    name: 'enforcement',
    schema: executableSubgraph(enforcementDefinition),
    logger,
    tracing: observers.tracing,
    createContext: createEnforcementContext(
      {
        storesUntil: (signal, tenant) =>
          enforcementStores(modelsUntil(signal, tenant), {
            proofs: { of: (sequence) => answering.answer(() => proofs.of(sequence)) },
            lastCheck: watchedProjections.lastCheck,
            blockedReport: (asked) => answering.answer(() => blockedReport(database, asked)),
          }),
        ledger: answering.ledger,
        catchUp: (upTo) => answering.answer(() => catchUp(upTo)),
      },
      now,
    ),
    loadedCases: () => loadedCaseNames(records.loadedCases),
    async close() {
      await watching.stop();
      await watchedProjections.stop();
      await keeping.stop();
      await signing?.close();
      await connection.close();
    },
  });
  return servingCurrent(subgraph, async () => {
    await answering.answer(async () => {
      await prepared();
      await keeping.catchUp();
    });
    const problem = watchedProjections.problem();
    if (problem) throw new CordonError(problem, messageOf[problem]);
  });
}

const messageOf: Readonly<Record<ProjectionsProblem, string>> = {
  VIEWS_DAMAGED: 'rows differ from those that the ledger gives: nothing is served until they are rebuilt',
  LEDGER_DAMAGED: ledgerDamagedMessage,
};

/**
 * Serves the subgraph behind its ledger: a caller sees the results of every earlier command, also another
 * process's, or the reason why nothing is served.
 */
function servingCurrent(subgraph: Subgraph, current: () => Promise<void>): Subgraph {
  return {
    ...subgraph,
    async health() {
      await current();
      return subgraph.health();
    },
    async execute(request, caller, options) {
      try {
        await current();
      } catch (error) {
        if (!(error instanceof CordonError)) throw error;
        return { errors: [{ message: error.message, extensions: error.extensions }] };
      }
      return subgraph.execute(request, caller, options);
    },
  };
}
