import type { Connection } from 'mongoose';
import { loadedCaseEditions, loadedCaseNames } from '../../shared/case/loadCase';
import { loadedCaseModel } from '../../shared/case/loadedCase.record';
import type { Logger } from '../../shared/logger/logger';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { executableSubgraph } from '../../shared/subgraph/buildSubgraph';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';
import { actorModel } from './actor/actor.record';
import { actorStore } from './actor/actor.store';
import { createSanctionsContext } from './context';
import { designationModel } from './designation/designation.record';
import { designationStore } from './designation/designation.store';
import { caseEntry } from './list/caseEntry';
import { openCurrentLists } from './list/currentLists';
import { type ListAgePolicy, listExtensions } from './list/listAge.rules';
import { importLeaseModel } from './import/importLease.record';
import { listChunkModel, listEntryModel } from './list/listEntry.record';
import { listVersionModel } from './list/listVersion.record';
import { listVersionStore } from './list/listVersion.store';
import { quarantinedRowModel } from './list/quarantinedRow.record';
import { stakeModel } from './ownership/stake.record';
import { stakeStore } from './ownership/stake.store';
import { relationshipModel } from './relationship/relationship.record';
import { relationshipStore } from './relationship/relationship.store';
import { sanctionsDefinition } from './schema';
import { currentScreening } from './screen/currentScreening';

export interface OpenSanctionsOptions {
  readonly mongoUrl: string;
  /** The database is `<prefix>_sanctions`. */
  readonly databasePrefix: string;
  readonly logger: Logger;
  readonly now?: () => Date;
  /** How old the version in force of a list may be, in days; 0 or left out: no limit. */
  readonly listMaxAgeDays?: number;
  /** What becomes of answers from an older list; left out: a warning. */
  readonly listAgeAction?: ListAgePolicy['action'];
}

/** Every collection of this subgraph, with its indexes. */
export async function connectSanctions({ mongoUrl, databasePrefix }: Omit<OpenSanctionsOptions, 'logger'>) {
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
    quarantinedRows: quarantinedRowModel(connection),
    importLeases: importLeaseModel(connection),
    stakes: stakeModel(connection),
    loadedCases: loadedCaseModel(connection),
  };
}

export type SanctionsRecords = ReturnType<typeof sanctionsRecords>;

/** Opens the sanctions subgraph over its database: ready to execute, in this process or behind HTTP. */
export async function openSanctions(options: OpenSanctionsOptions): Promise<Subgraph> {
  const { connection, records } = await connectSanctions(options);
  const stores = {
    actors: actorStore(records.actors),
    designations: designationStore(records.designations),
    relationships: relationshipStore(records.relationships),
    listVersions: listVersionStore(records),
    stakes: stakeStore(records.stakes),
  };
  const currentLists = await openCurrentLists(
    stores.listVersions,
    {
      editions: () => loadedCaseEditions(records.loadedCases),
      entries: async () => (await stores.actors.screened()).map(caseEntry),
    },
    options.logger,
  );
  return runSubgraph({
    name: 'sanctions',
    schema: executableSubgraph(sanctionsDefinition),
    logger: options.logger,
    createContext: createSanctionsContext({
      stores,
      currentLists,
      currentScreening: currentScreening(currentLists),
      agePolicy: { maxDays: options.listMaxAgeDays ?? 0, action: options.listAgeAction ?? 'warning' },
      now: options.now ?? (() => new Date()),
    }),
    extensionsOf: ({ lists, agePolicy, today }) => listExtensions(lists, agePolicy, today),
    loadedCases: () => loadedCaseNames(records.loadedCases),
    close: async () => {
      currentLists.close();
      await connection.close();
    },
  });
}
