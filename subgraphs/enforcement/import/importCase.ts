import { type CaseFolder, openCaseFolder } from '../../../shared/case/caseFolder';
import {
  type CaseRecords,
  caseRecords,
  type CaseReport,
  type CaseTask,
  loadCase,
} from '../../../shared/case/loadCase';
import { replaceById } from '../../../shared/mongo/replaceById';
import { storeCaseClaims } from '../claim/coverImported.store';
import type { EnforcementDatabase } from '../connectEnforcement';
import { CaseProblems } from '../caseFile/caseProblems';
import { findExternalDependents, findVenuesUsedByOthers } from './externalDependents.store';
import { type CaseFacts, caseViews, droppedRows, factsOf, byView, type CaseView, planCase } from './planCase';
import { rejectCase } from './rejectCase.rules';
import { readAccounts } from '../account/account.case';
import { readVenues } from '../venue/venue.case';
import { readProcesses } from '../legalProcess/legalProcess.case';
import { readRecoveries } from '../recovery/recovery.case';
import { readContradictions } from '../contradiction/contradiction.case';
import type { ClaimRecord } from '../claim/claim.record';
import type { ContradictionRecord } from '../contradiction/contradiction.record';
import { readClaims } from '../claim/claim.case';
import { readHoldings } from '../holding/holding.case';
import { readIncidents } from '../incident/incident.case';
import { readMeasures } from '../measure/measure.case';

export type CaseTarget = Pick<EnforcementDatabase, 'records' | 'ledger' | 'rows' | 'catchUp'>;

/**
 * Loads a case: its accounts, the acts on them with their bases, incidents and claims. All but claims becomes
 * events of the ledger; another edition of the case corrects changed facts and retracts dropped ones. Throws
 * CaseError, with the file and the line of every problem, and writes nothing.
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
      await target.catchUp.settle();
      await caseInLedger(target, edition.name, readOnce().facts);
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

interface CaseClaims {
  readonly claims: readonly ClaimRecord[];
  readonly contradictions: readonly ContradictionRecord[];
}

function readCase(edition: CaseFolder): ReadCase {
  const problems = new CaseProblems();
  const venues = readVenues(edition, problems);
  const accounts = readAccounts(edition, venues, problems);
  const processes = readProcesses(edition, { venues, accounts }, problems);
  const measures = readMeasures(edition, { venues, accounts, processes }, problems);
  const holdings = readHoldings(edition, accounts, problems);
  const incidents = readIncidents(edition, problems);
  const recoveries = readRecoveries(edition, incidents, problems);
  const subjects = {
    accountIds: new Set(accounts.map(({ id }) => id)),
    incidentIds: new Set(incidents.map(({ id }) => id)),
  };
  const { claims, claimIds } = readClaims(edition, subjects, problems);
  const contradictions = readContradictions(edition, claimIds, problems);
  problems.end();
  return {
    facts: { processes, measures, holdings, venues, accounts, incidents, recoveries },
    claims: { claims, contradictions },
  };
}

function recordsOf({ records }: CaseTarget, { facts, claims }: ReadCase): CaseRecords[] {
  return [
    ...caseViews.map((kind) => caseRecords(kind, factsOf(facts, kind))),
    // A claim that a file brought in before may be one of the case's.
    caseRecords('claims', claims.claims, (batch) => storeCaseClaims(records.claims, batch)),
    caseRecords('contradictions', claims.contradictions, (batch) =>
      replaceById(records.contradictions, batch),
    ),
  ];
}

/**
 * Returns the rows of the case's facts as they stand, whoever recorded them, and those of an earlier edition.
 * @throws CaseError where the edition would undo acts of others
 */
async function caseInLedger({ rows, records }: CaseTarget, name: string, facts: CaseFacts) {
  const load = async (view: CaseView) => {
    const loaded = await rows.load(
      view,
      factsOf(facts, view).map(({ id }) => id),
    );
    for (const row of await rows.ofCase(view, name)) loaded.set(row._id, row);
    return loaded;
  };
  const there = await byView(load);
  const externalDependents = await findExternalDependents(records, {
    caseName: name,
    accountIds: droppedRows(name, 'accounts', { facts, there }).map(({ _id }) => _id),
    processIds: [...there.processes.keys()],
  });
  rejectCase(name, { facts, there, externalDependents });
  return there;
}

/** Decided at the head of the ledger, and anew where somebody was first. */
async function storeFacts(target: CaseTarget, edition: CaseFolder, facts: CaseFacts): Promise<void> {
  const { ledger, catchUp, records } = target;
  const plan = async () => {
    await catchUp();
    const there = await caseInLedger(target, edition.name, facts);
    const dropped = droppedRows(edition.name, 'venues', { facts, there }).map(({ _id }) => _id);
    const usedVenues = await findVenuesUsedByOthers(records, edition.name, dropped);
    return planCase(edition, { facts, there, usedVenues, now: new Date() });
  };
  const planned = await plan();
  await ledger.commitAll({
    async decide() {
      const decided = await plan();
      // Another import of the same edition was first: that it is in is one event, under the key that both planned.
      return decided.length > 1 ? decided : planned.slice(-1);
    },
  });
  await catchUp.settle();
}
