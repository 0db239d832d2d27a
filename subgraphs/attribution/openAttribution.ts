import type { Connection } from 'mongoose';
import { loadedCaseNames, unfinishedCaseNames } from '../../shared/case/loadCase';
import { loadedCaseModel } from '../../shared/case/loadedCase.record';
import type { Logger } from '../../shared/logger/logger';
import { connectMongo, createRecords } from '../../shared/mongo/connect';
import { executableSubgraph } from '../../shared/subgraph/buildSubgraph';
import { runSubgraph, type Subgraph } from '../../shared/subgraph/runSubgraph';
import { walletActivityModel } from './activity/walletActivity.record';
import { walletActivityStore } from './activity/walletActivity.store';
import { attributionModel } from './attribution/attribution.record';
import { attributionStore } from './attribution/attribution.store';
import { createAttributionContext } from './context';
import { depositModel } from './deposit/deposit.record';
import { depositStore } from './deposit/deposit.store';
import { attributionDefinition } from './schema';
import { counterModel } from './sequence/counter.record';
import { transferModel } from './transfer/transfer.record';
import { transferStore } from './transfer/transfer.store';

export interface OpenAttributionOptions {
  readonly mongoUrl: string;
  /** The database is `<prefix>_attribution`. */
  readonly databasePrefix: string;
  readonly logger: Logger;
  readonly now?: () => Date;
}

/** Every collection of this subgraph, with its indexes. */
export async function connectAttribution({
  mongoUrl,
  databasePrefix,
}: Pick<OpenAttributionOptions, 'mongoUrl' | 'databasePrefix'>) {
  const connection = await connectMongo({ url: mongoUrl, database: `${databasePrefix}_attribution` });
  const records = attributionRecords(connection);
  await createRecords(connection);
  return { connection, records };
}

function attributionRecords(connection: Connection) {
  return {
    attributions: attributionModel(connection),
    transfers: transferModel(connection),
    activity: walletActivityModel(connection),
    deposits: depositModel(connection),
    counters: counterModel(connection),
    loadedCases: loadedCaseModel(connection),
  };
}

export type AttributionRecords = ReturnType<typeof attributionRecords>;

/** Opens the attribution subgraph over its database: ready to execute, in this process or behind HTTP. */
export async function openAttribution(options: OpenAttributionOptions): Promise<Subgraph> {
  const { connection, records } = await connectAttribution(options);
  const stores = {
    attributions: attributionStore(records.attributions),
    transfers: transferStore(records.transfers),
    activity: walletActivityStore(records.activity),
    deposits: depositStore(records.deposits),
    unfinishedCases: () => unfinishedCaseNames(records.loadedCases),
  };
  return runSubgraph({
    name: 'attribution',
    schema: executableSubgraph(attributionDefinition),
    logger: options.logger,
    createContext: createAttributionContext(stores, options.now ?? (() => new Date())),
    loadedCases: () => loadedCaseNames(records.loadedCases),
    close: () => connection.close(),
  });
}
