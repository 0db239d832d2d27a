import type { DatabaseTarget } from '../shared/mongo/databaseTarget';
import type { Observers } from '../shared/metrics/observers';
import type { Logger } from '../shared/logger/logger';
import type { CaseReport, CaseTask } from '../shared/case/loadCase';
import type { Subgraph } from '../shared/subgraph/runSubgraph';
import { attributionSettings } from '../subgraphs/attribution/config';
import { attributionCodes } from '../subgraphs/attribution/errors';
import { enforcementSettings } from '../subgraphs/enforcement/config';
import { enforcementCodes } from '../subgraphs/enforcement/errors';
import { sanctionsSettings } from '../subgraphs/sanctions/config';
import { sanctionsCodes } from '../subgraphs/sanctions/errors';

/** The settings that one process opens a subgraph with. Each takes what it needs. */
export interface OpenParts extends DatabaseTarget {
  readonly logger: Logger;
  readonly observers: Observers;
  readonly listMaxAgeDays: number;
  readonly listAgeAction: 'error' | 'warning';
  readonly secondPerson: 'none' | 'false-positive' | 'true-match' | 'all';
  readonly webhookNetworks: 'public' | 'private';
  readonly snapshotDir: string;
  readonly ledgerKey: string;
  readonly retiredLedgerKeys: readonly string[];
}

interface Connection {
  close(): Promise<void>;
}

/**
 * The row of a subgraph in the table. `Database` is the handle that the commands work with. A subgraph's code is loaded when a
 * command asks for it: loading all of them takes a second of processor time.
 */
interface Deployable<Database> {
  /** The errors and settings of its own, for the generated references. */
  readonly codes: object;
  readonly settings: { readonly port: { readonly schema: { parse(given: undefined): number } } };
  definition(): Promise<object>;
  connect(target: DatabaseTarget): Promise<{ readonly connection: Connection; readonly database: Database }>;
  open(parts: OpenParts): Promise<Subgraph>;
  importCase(database: NoInfer<Database>, folder: string, task: CaseTask): Promise<CaseReport>;
  /**
   * True where it is told before any part of a case is stored. It then answers no question about the case
   * until its own part is stored.
   */
  readonly announcesCase: boolean;
}

const deployable = <Database>(made: Deployable<Database>): Deployable<Database> => made;

/** Every subgraph. A case is stored in this order. */
export const deployables = {
  sanctions: deployable({
    codes: sanctionsCodes,
    settings: sanctionsSettings,
    definition: async () => (await import('../subgraphs/sanctions/schema.js')).sanctionsDefinition,
    async connect(target) {
      const { connectSanctions } = await import('../subgraphs/sanctions/connectSanctions.js');
      const { connection, records } = await connectSanctions(target);
      return { connection, database: records };
    },
    open: async (parts) => (await import('../subgraphs/sanctions/openSanctions.js')).openSanctions(parts),
    importCase: async (...given) =>
      (await import('../subgraphs/sanctions/import/importCase.js')).importCase(...given),
    announcesCase: false,
  }),
  enforcement: deployable({
    codes: enforcementCodes,
    settings: enforcementSettings,
    definition: async () => (await import('../subgraphs/enforcement/schema.js')).enforcementDefinition,
    async connect(target) {
      const { connectEnforcement } = await import('../subgraphs/enforcement/connectEnforcement.js');
      const database = await connectEnforcement(target);
      return { connection: database.connection, database };
    },
    open: async (parts) =>
      (await import('../subgraphs/enforcement/openEnforcement.js')).openEnforcement(parts),
    importCase: async (...given) =>
      (await import('../subgraphs/enforcement/import/importCase.js')).importCase(...given),
    announcesCase: false,
  }),
  attribution: deployable({
    codes: attributionCodes,
    settings: attributionSettings,
    definition: async () => (await import('../subgraphs/attribution/schema.js')).attributionDefinition,
    async connect(target) {
      const { connectAttribution } = await import('../subgraphs/attribution/connectAttribution.js');
      const { connection, records } = await connectAttribution(target);
      return { connection, database: records };
    },
    open: async (parts) =>
      (await import('../subgraphs/attribution/openAttribution.js')).openAttribution(parts),
    importCase: async (...given) =>
      (await import('../subgraphs/attribution/import/importCase.js')).importCase(...given),
    announcesCase: true,
  }),
};

export type SubgraphName = keyof typeof deployables;

export type DatabaseOf<Name extends SubgraphName> = Awaited<
  ReturnType<(typeof deployables)[Name]['connect']>
>['database'];

export const subgraphNames = Object.keys(deployables) as readonly SubgraphName[];

/** Answered with 200 by every deployable that is ready. */
export const readinessPath = '/health/ready';

export const portOf = (name: SubgraphName): number => deployables[name].settings.port.schema.parse(undefined);

/** The default URL of each subgraph, as in the committed supergraph. */
export const defaultUrls: Readonly<Record<string, string>> = Object.fromEntries(
  subgraphNames.map((name) => [name, `http://127.0.0.1:${portOf(name)}/graphql`]),
);
