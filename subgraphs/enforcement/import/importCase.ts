import { type CaseFolder, openCaseFolder } from '../../../shared/case/caseFolder';
import { type CaseRecords, type CaseReport, type CaseTask, loadCase } from '../../../shared/case/loadCase';
import { storeCaseClaims } from '../claim/coverImported.store';
import type { EnforcementDatabase } from '../openEnforcement';
import { CaseProblems } from './caseProblems';
import { type CaseFacts, caseViews, factsOf, planCase, refuseTakingOver, type RowsThere } from './planCase';
import { readAccounts } from './readAccounts';
import { type CaseClaims, readClaims } from './readClaims';
import { readHoldings } from './readHoldings';
import { readIncidents } from './readIncidents';
import { readMeasures } from './readMeasures';

export type CaseTarget = Pick<EnforcementDatabase, 'records' | 'ledger' | 'rows' | 'catchUp'>;

/**
 * Loads what a case says of accounts, of what was done to them and on which basis, of incidents and of claims. All but
 * claims becomes events of the ledger; another edition of the case corrects what reads otherwise and takes back what it
 * no longer says. Throws CaseError, with the file and the line of everything that is wrong, and writes nothing.
 */
export function importCase(
  target: CaseTarget,
  folder: string,
  task: CaseTask = 'store',
): Promise<CaseReport> {
  const edition = openCaseFolder(folder);
  let read: ReadCase | undefined;
  const readOnce = () => (read ??= readCase(edition));
  return loadCase(edition, target.records.loadedCases, {
    async collect() {
      const { facts } = readOnce();
      refuseTakingOver(edition, facts, await rowsThere(target, facts));
      return recordsOf(target, readOnce());
    },
    storeFirst: () => storeFacts(target, edition, readOnce().facts),
    task,
  });
}

interface ReadCase {
  readonly facts: CaseFacts;
  readonly claims: CaseClaims;
}

function readCase(edition: CaseFolder): ReadCase {
  const problems = new CaseProblems();
  const accounts = readAccounts(edition, problems);
  const measures = readMeasures(edition, accounts, problems);
  const holdings = readHoldings(edition, accounts, problems);
  const incidents = readIncidents(edition, problems);
  const subjects = {
    accountIds: new Set(accounts.accounts.map(({ id }) => id)),
    incidentIds: new Set(incidents.incidents.map(({ id }) => id)),
  };
  const claims = readClaims(edition, subjects, problems);
  problems.end();
  return { facts: { ...measures, holdings, ...accounts, ...incidents }, claims };
}

function recordsOf({ records }: CaseTarget, { facts, claims }: ReadCase): CaseRecords[] {
  return [
    ...caseViews.map((kind) => ({ kind, rows: facts[kind] as CaseRecords['rows'] })),
    ...Object.entries(claims).map(([kind, rows]) => ({
      kind,
      model: records[kind as keyof CaseClaims] as never,
      rows: rows as CaseRecords['rows'],
      // A claim that a file brought in before may be one of the case's.
      ...(kind === 'claims'
        ? { write: (batch: readonly never[]) => storeCaseClaims(records.claims, batch) }
        : {}),
    })),
  ];
}

/** The rows of the case's facts as they stand, whoever brought them in. */
async function rowsThere({ rows, catchUp }: CaseTarget, facts: CaseFacts): Promise<RowsThere> {
  await catchUp();
  const found = await Promise.all(
    caseViews.map((view) =>
      rows.load(
        view,
        factsOf(facts, view).map(({ id }) => id),
      ),
    ),
  );
  return Object.fromEntries(caseViews.map((view, i) => [view, found[i]])) as unknown as RowsThere;
}

async function storeFacts(target: CaseTarget, edition: CaseFolder, facts: CaseFacts): Promise<void> {
  const there = await rowsThere(target, facts);
  const withCase = await Promise.all(
    caseViews.map(async (view) => {
      const ofCase = await target.rows.ofCase(view, edition.name);
      return [view, new Map([...there[view], ...ofCase.map((row) => [row._id, row] as const)])];
    }),
  );
  await target.ledger.append(planCase(edition, facts, Object.fromEntries(withCase) as RowsThere, new Date()));
  await target.catchUp();
}
