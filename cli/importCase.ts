import { importCase as importAttribution } from '../subgraphs/attribution/import/importCase';
import { connectAttribution } from '../subgraphs/attribution/openAttribution';
import { importCase as importEnforcement } from '../subgraphs/enforcement/import/importCase';
import { connectEnforcement } from '../subgraphs/enforcement/openEnforcement';
import { importCase as importSanctions } from '../subgraphs/sanctions/import/importCase';
import { connectSanctions } from '../subgraphs/sanctions/openSanctions';
import type { CaseReport, CaseTask } from '../shared/case/loadCase';

export interface CaseTarget {
  readonly mongoUrl: string;
  readonly databasePrefix: string;
}

export interface CaseImport {
  readonly case: string;
  /** False where every subgraph had this very edition already. */
  readonly loaded: boolean;
  readonly sanctions: CaseReport['records'];
  readonly enforcement: CaseReport['records'];
  readonly attribution: CaseReport['records'];
}

/**
 * Loads a case folder into each subgraph's database: who they are, then the accounts, then the wallets that lead to
 * them. All three parts are checked before any is written: with a part missing, funds would seem to have reached nobody.
 * Attribution is told first and has its part last, and answers no question about reached accounts in between: what was
 * cut off in the middle is an error until it is imported again. Throws CaseError.
 */
export async function importCase(target: CaseTarget, folder: string): Promise<CaseImport> {
  await eachPart(target, folder, 'check');
  await withDatabase(connectAttribution, target, ({ records }) =>
    importAttribution(records, folder, 'begin'),
  );
  const { sanctions, enforcement, attribution } = await eachPart(target, folder, 'store');
  return {
    case: sanctions.case,
    loaded: [sanctions, enforcement, attribution].some((report) => report.loaded),
    sanctions: sanctions.records,
    enforcement: enforcement.records,
    attribution: attribution.records,
  };
}

async function eachPart(target: CaseTarget, folder: string, task: Exclude<CaseTask, 'begin'>) {
  const sanctions = await withDatabase(connectSanctions, target, ({ records }) =>
    importSanctions(records, folder, task),
  );
  const enforcement = await withDatabase(connectEnforcement, target, (database) =>
    importEnforcement(database, folder, task),
  );
  const attribution = await withDatabase(connectAttribution, target, ({ records }) =>
    importAttribution(records, folder, task),
  );
  return { sanctions, enforcement, attribution };
}

interface Opened {
  readonly connection: { close(): Promise<void> };
}

async function withDatabase<Database extends Opened>(
  connect: (target: CaseTarget) => Promise<Database>,
  target: CaseTarget,
  work: (database: Database) => Promise<CaseReport>,
): Promise<CaseReport> {
  const database = await connect(target);
  try {
    return await work(database);
  } finally {
    await database.connection.close();
  }
}
