import { type Ledger, ledgerStore } from '@cordon/ledger';
import { loadedCaseNames } from '../../shared/case/loadCase';
import type { Logger } from '../../shared/logger/logger';
import { noObservers, type Observers } from '../../shared/metrics/observers';
import { observeStore } from '../../shared/metrics/observeStore';
import { cachedModels } from '../../shared/mongo/cachedModels';
import { ReadCache } from '../../shared/mongo/readCache';
import { requestModels } from '../../shared/mongo/requestModels';
import { executableSubgraph } from '../../shared/subgraph/buildSubgraph';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';
import { actorStore } from './actor/actor.store';
import { createSanctionsContext } from './context';
import { customerStore } from './customer/customer.store';
import { customerMatchStore } from './customerMatch/customerMatch.store';
import { beginScreening } from './beginScreening';
import { screeningStateStore } from './customerScreening/screeningState.store';
import { screeningAlertStore } from './screeningAlert/screeningAlert.store';
import { decisionStore } from './decision/decision.store';
import type { SecondPersonPolicy } from './decision/decision.rules';
import { designationStore } from './designation/designation.store';
import { readCaseFacts } from './caseFacts/caseFacts';
import { caseEntry } from './screening/caseEntry';
import { editionsInForce } from './list/editionsInForce.store';
import { openCurrentLists } from './list/currentLists';
import { type ListAgePolicy, listExtensions } from './list/listAge.rules';
import { observeLists } from './list/observeLists';
import { listVersionStore } from './list/listVersion.store';
import { stakeStore } from './ownership/stake.store';
import { relationshipStore } from './relationship/relationship.store';
import { sanctionsDefinition } from './schema';
import { currentScreening } from './screening/currentScreening';
import { scopedScreening } from './screening/scopedScreening';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import { uploadStore } from '../../shared/upload/upload.store';
import { importLeaseStore } from './importLease/importLease.store';
import { openListUploads } from './upload/openListUploads';
import { connectSanctions, type SanctionsRecords } from './connectSanctions';

export interface OpenSanctionsOptions extends DatabaseTarget {
  readonly logger: Logger;
  /** Metrics and traces of the process. Default: none. */
  readonly observers?: Observers;
  readonly now?: () => Date;
  /** The maximum age of the version in force of a list, in days; 0 or omitted: no limit. */
  readonly listMaxAgeDays?: number;
  /** The effect on answers from an older list; omitted: a warning. */
  readonly listAgeAction?: ListAgePolicy['action'];
  /** The decisions that a second person has to approve; omitted: false positives. */
  readonly secondPerson?: SecondPersonPolicy;
}

/** Opens the sanctions subgraph over its database: ready to execute, in this process or behind HTTP. */
export async function openSanctions(options: OpenSanctionsOptions): Promise<Subgraph> {
  const { observers = noObservers } = options;
  const { connection, records } = await connectSanctions(options);
  observeStore(connection, observers);
  const cache = new ReadCache(options.writes, connection.name);
  const modelsUntil = requestModels(records, cache);
  const sources = listSources(records, cache);
  const currentLists = await openCurrentLists(sources, options.logger);
  const agePolicy = {
    maxDays: options.listMaxAgeDays ?? 0,
    action: options.listAgeAction ?? 'warning',
  } as const;
  const now = options.now ?? (() => new Date());
  const screening = await currentScreening(currentLists);
  observeLists(currentLists, agePolicy, now, observers);
  const into = { store: sources.store, leases: importLeaseStore(records.importLeases) };
  const { uploads, close: endChecks } = openListUploads(uploadStore(records), into, options.logger);
  const decisionLedger = ledgerStore(records.ledger, { checkpoints: records.checkpoints, now });
  const customerScreening = beginScreening({
    records,
    ledger: decisionLedger,
    // Asked again and again: from memory where nothing was written.
    cached: cachedModels(records, cache, 'sanctions'),
    listsNow: () => ({ lists: currentLists.index, screening: screening.index }),
    now,
    logger: options.logger,
  });
  const subgraph = await runSubgraph({
    name: 'sanctions',
    schema: executableSubgraph(sanctionsDefinition),
    logger: options.logger,
    tracing: observers.tracing,
    createContext: createSanctionsContext({
      storesUntil: (signal, tenant) => requestStores(modelsUntil(signal, tenant), decisionLedger),
      currentLists,
      currentScreening: screening,
      scopedScreening: scopedScreening(),
      uploads,
      decisionLedger,
      secondPerson: options.secondPerson ?? 'false-positive',
      agePolicy,
      now,
    }),
    extensionsOf: ({ lists, agePolicy, today }) => listExtensions(lists, agePolicy, today),
    loadedCases: () => loadedCaseNames(records.loadedCases),
    close: async () => {
      await endChecks();
      await customerScreening.close();
      currentLists.close();
      await connection.close();
    },
  });
  return {
    ...subgraph,
    // Answers come from memory, and have what was acknowledged before, also by another process.
    async execute(request, caller, options) {
      await currentLists.confirm();
      return subgraph.execute(request, caller, options);
    },
  };
}

/** The reads of the state in memory. */
function listSources(records: SanctionsRecords, cache: ReadCache) {
  const actors = actorStore(records.actors);
  const stores = {
    designations: designationStore(records.designations),
    relationships: relationshipStore(records.relationships),
    stakes: stakeStore(records.stakes),
  };
  return {
    store: listVersionStore(records),
    editions: editionsInForce(cachedModels(records, cache, 'sanctions')),
    async readCases() {
      const screened = await actors.screened();
      return { entries: screened.map(caseEntry), facts: await readCaseFacts(screened, stores) };
    },
  };
}

/** The stores that one request reads. */
const requestStores = (records: SanctionsRecords, ledger: Ledger) => ({
  actors: actorStore(records.actors),
  listVersions: listVersionStore(records),
  customers: customerStore(records.customers),
  customerMatches: customerMatchStore(records.customerMatches),
  screeningAlerts: screeningAlertStore(records.screeningAlerts),
  screeningStates: screeningStateStore(records),
  decisions: decisionStore(records, ledger),
});
