import { importCase as importAttribution } from '../../subgraphs/attribution/import/importCase';
import { importCase as importEnforcement } from '../../subgraphs/enforcement/import/importCase';
import { importCase as importSanctions } from '../../subgraphs/sanctions/import/importCase';
import type { CaseReport, CaseTask } from '../../shared/case/loadCase';
import type { Databases } from './withDatabases';

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
export async function importCase(databases: Databases, folder: string): Promise<CaseImport> {
  await eachPart(databases, folder, 'check');
  await importAttribution(databases.attribution, folder, 'begin');
  const { sanctions, enforcement, attribution } = await eachPart(databases, folder, 'store');
  return {
    case: sanctions.case,
    loaded: [sanctions, enforcement, attribution].some((report) => report.loaded),
    sanctions: sanctions.records,
    enforcement: enforcement.records,
    attribution: attribution.records,
  };
}

async function eachPart(databases: Databases, folder: string, task: Exclude<CaseTask, 'begin'>) {
  const sanctions = await importSanctions(databases.sanctions, folder, task);
  const enforcement = await importEnforcement(databases.enforcement, folder, task);
  const attribution = await importAttribution(databases.attribution, folder, task);
  return { sanctions, enforcement, attribution };
}
