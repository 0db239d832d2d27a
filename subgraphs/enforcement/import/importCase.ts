import { type CaseFolder, openCaseFolder } from '../../../shared/case/caseFolder';
import { type CaseRecords, type CaseReport, type CaseTask, loadCase } from '../../../shared/case/loadCase';
import type { EnforcementRecords } from '../openEnforcement';
import { CaseProblems } from './caseProblems';
import { readAccounts } from './readAccounts';
import { readClaims } from './readClaims';
import { readHoldings } from './readHoldings';
import { readIncidents } from './readIncidents';
import { readMeasures } from './readMeasures';

/**
 * Loads what a case says of accounts, of what was done to them and on which basis, of incidents and of claims. Throws
 * CaseError, with the file and the line of everything that is wrong, and writes nothing.
 */
export function importCase(
  records: EnforcementRecords,
  folder: string,
  task: CaseTask = 'store',
): Promise<CaseReport> {
  const edition = openCaseFolder(folder);
  return loadCase(edition, records.loadedCases, { collect: () => readRecords(edition, records), task });
}

function readRecords(edition: CaseFolder, models: EnforcementRecords): CaseRecords[] {
  const problems = new CaseProblems();
  const accounts = readAccounts(edition, problems);
  const measures = readMeasures(edition, accounts, problems);
  const holdings = readHoldings(edition, accounts, problems);
  const incidents = readIncidents(edition, problems);
  const subjects = {
    accountIds: new Set(accounts.accounts.map(({ _id }) => _id)),
    incidentIds: new Set(incidents.incidents.map(({ _id }) => _id)),
  };
  const claims = readClaims(edition, subjects, problems);
  problems.end();
  // Stored in this order: a server that answers meanwhile never sees an account without its measures, as if it were open.
  const rows = { ...measures, holdings, ...accounts, ...incidents, ...claims };
  return Object.entries(rows).map(([kind, ofKind]) => ({
    kind,
    model: models[kind as keyof typeof rows] as never,
    rows: ofKind,
  }));
}
