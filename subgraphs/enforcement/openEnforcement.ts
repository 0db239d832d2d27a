import type { Connection } from 'mongoose';
import { loadedCaseNames } from '../../shared/case/loadCase';
import { loadedCaseModel } from '../../shared/case/loadedCase.record';
import type { Logger } from '../../shared/logger/logger';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { executableSubgraph } from '../../shared/subgraph/buildSubgraph';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';
import { accountModel } from './account/account.record';
import { accountStore } from './account/account.store';
import { claimModel } from './claim/claim.record';
import { claimStore } from './claim/claim.store';
import { createEnforcementContext, type EnforcementStores } from './context';
import { contradictionModel } from './contradiction/contradiction.record';
import { contradictionStore } from './contradiction/contradiction.store';
import { holdingModel } from './holding/holding.record';
import { holdingStore } from './holding/holding.store';
import { incidentModel } from './incident/incident.record';
import { incidentStore } from './incident/incident.store';
import { legalProcessModel } from './legalProcess/legalProcess.record';
import { legalProcessStore } from './legalProcess/legalProcess.store';
import { measureModel } from './measure/measure.record';
import { measureStore } from './measure/measure.store';
import { recoveryModel } from './recovery/recovery.record';
import { recoveryStore } from './recovery/recovery.store';
import { enforcementDefinition } from './schema';
import { venueModel } from './venue/venue.record';
import { venueStore } from './venue/venue.store';

export interface OpenEnforcementOptions {
  readonly mongoUrl: string;
  /** The database is `<prefix>_enforcement`. */
  readonly databasePrefix: string;
  readonly logger: Logger;
  readonly now?: () => Date;
}

/** Every collection of this subgraph, with its indexes. */
export async function connectEnforcement({
  mongoUrl,
  databasePrefix,
}: Omit<OpenEnforcementOptions, 'logger'>) {
  const connection = await connectMongo({ url: mongoUrl, database: `${databasePrefix}_enforcement` });
  const records = enforcementRecords(connection);
  await createRecords(connection);
  return { connection, records };
}

function enforcementRecords(connection: Connection) {
  return {
    venues: venueModel(connection),
    accounts: accountModel(connection),
    processes: legalProcessModel(connection),
    measures: measureModel(connection),
    holdings: holdingModel(connection),
    incidents: incidentModel(connection),
    recoveries: recoveryModel(connection),
    claims: claimModel(connection),
    contradictions: contradictionModel(connection),
    loadedCases: loadedCaseModel(connection),
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
    claims: claimStore(records.claims),
    contradictions: contradictionStore(records.contradictions),
  };
}

/** Opens the enforcement subgraph over its database: ready to execute, in this process or behind HTTP. */
export async function openEnforcement(options: OpenEnforcementOptions): Promise<Subgraph> {
  const { connection, records } = await connectEnforcement(options);
  return runSubgraph({
    name: 'enforcement',
    schema: executableSubgraph(enforcementDefinition),
    logger: options.logger,
    createContext: createEnforcementContext(enforcementStores(records), options.now ?? (() => new Date())),
    loadedCases: () => loadedCaseNames(records.loadedCases),
    close: () => connection.close(),
  });
}
