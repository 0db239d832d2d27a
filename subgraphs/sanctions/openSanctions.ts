import { loadedCaseNames } from '../../shared/case/loadCase';
import type { Logger } from '../../shared/logger/logger';
import { noObservers, type Observers } from '../../shared/metrics/observers';
import { observeStore } from '../../shared/metrics/observeStore';
import { endableModels } from '../../shared/mongo/endableModels';
import { executableSubgraph } from '../../shared/subgraph/buildSubgraph';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';
import { actorStore } from './actor/actor.store';
import { createSanctionsContext } from './context';
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
}

/** Opens the sanctions subgraph over its database: ready to execute, in this process or behind HTTP. */
export async function openSanctions(options: OpenSanctionsOptions): Promise<Subgraph> {
  const { observers = noObservers } = options;
  const { connection, records } = await connectSanctions(options);
  observeStore(connection, observers);
  const stores = {
    actors: actorStore(records.actors),
    designations: designationStore(records.designations),
    relationships: relationshipStore(records.relationships),
    listVersions: listVersionStore(records),
    stakes: stakeStore(records.stakes),
  };
  const currentLists = await openCurrentLists(
    {
      store: stores.listVersions,
      editions: editionsInForce(records),
      async readCases() {
        const actors = await stores.actors.screened();
        return { entries: actors.map(caseEntry), facts: await readCaseFacts(actors, stores) };
      },
    },
    options.logger,
  );
  const agePolicy = {
    maxDays: options.listMaxAgeDays ?? 0,
    action: options.listAgeAction ?? 'warning',
  } as const;
  const now = options.now ?? (() => new Date());
  observeLists(currentLists, agePolicy, now, observers);
  const into = { store: stores.listVersions, leases: importLeaseStore(records.importLeases) };
  const { uploads, close: endChecks } = openListUploads(uploadStore(records), into, options.logger);
  const subgraph = await runSubgraph({
    name: 'sanctions',
    schema: executableSubgraph(sanctionsDefinition),
    logger: options.logger,
    tracing: observers.tracing,
    createContext: createSanctionsContext({
      storesUntil: (signal) => requestStores(endableModels(records, signal)),
      currentLists,
      currentScreening: currentScreening(currentLists),
      uploads,
      agePolicy,
      now,
    }),
    extensionsOf: ({ lists, agePolicy, today }) => listExtensions(lists, agePolicy, today),
    loadedCases: () => loadedCaseNames(records.loadedCases),
    close: async () => {
      await endChecks();
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

/** The stores that one request reads. */
const requestStores = (records: SanctionsRecords) => ({
  actors: actorStore(records.actors),
  listVersions: listVersionStore(records),
});
