import type { CaseReport, CaseTask } from '../../shared/case/loadCase';
import { deployables, type SubgraphName, subgraphNames } from '../deployables';
import type { Databases } from './withDatabases';

export type CaseImport = Readonly<Record<SubgraphName, CaseReport['records']>> & {
  readonly case: string;
  /** False where every subgraph had this very edition already. */
  readonly loaded: boolean;
};

/**
 * Loads a case folder into each subgraph's database: first the actors, then the accounts, then the wallets
 * that lead to them. All parts are checked before any is written: with a part missing, funds would seem to
 * have reached nobody. A subgraph that announces cases is told first. It answers no question about reached
 * accounts in between. An import that was cut off is an error until it is done again. Throws CaseError.
 */
export async function importCase(databases: Databases, folder: string): Promise<CaseImport> {
  const each = async (task: CaseTask, names: readonly SubgraphName[] = subgraphNames) => {
    const reports: (readonly [SubgraphName, CaseReport])[] = [];
    for (const name of names) reports.push([name, await importPart(name, databases, { folder, task })]);
    return reports;
  };
  await each('check');
  await each(
    'begin',
    subgraphNames.filter((name) => deployables[name].announcesCase),
  );
  const reports = await each('store');
  const records = Object.fromEntries(reports.map(([name, report]) => [name, report.records]));
  return {
    case: reports[0]?.[1].case ?? '',
    loaded: reports.some(([, report]) => report.loaded),
    ...(records as Record<SubgraphName, CaseReport['records']>),
  };
}

interface Part {
  readonly folder: string;
  readonly task: CaseTask;
}

function importPart(name: SubgraphName, databases: Databases, { folder, task }: Part): Promise<CaseReport> {
  const { importCase: importIt } = deployables[name] as {
    importCase(database: unknown, folder: string, task: CaseTask): Promise<CaseReport>;
  };
  return importIt(databases[name], folder, task);
}
