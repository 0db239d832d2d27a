import type { Session } from './session';

/** The roles, one of which is enough, and the scope that each act needs: a copy of the subgraphs' permissions, which decide. */
const needs = {
  propose: { role: ['analyst'], scope: 'enforcement:propose' },
  approve: { role: ['approver'], scope: 'enforcement:approve' },
  recordProcess: { role: ['legal'], scope: 'enforcement:legal' },
  attribute: { role: ['analyst'], scope: 'attribution:write' },
  importLists: { role: ['analyst', 'approver'], scope: 'lists:import' },
  approveLists: { role: ['approver'], scope: 'lists:import' },
  importTransfers: { role: ['analyst'], scope: 'transfers:import' },
  fileReport: { role: ['reporting-officer'], scope: 'enforcement:report' },
} as const;

export type Act = keyof typeof needs;

/** Whether an act is offered to this person. */
export function mayDo({ roles, scopes, venue }: Session, act: Act): boolean {
  const { role, scope }: { readonly role: readonly string[]; readonly scope: string } = needs[act];
  const reads = roles.includes('auditor') || roles.includes('spokesperson');
  return venue === undefined && !reads && role.some((one) => roles.includes(one)) && scopes.includes(scope);
}

/** An analyst watches by the scope that attributes wallets, a partner by the one that registers deposits. */
export const mayWatch = (session: Session): boolean =>
  isPartner(session) ? session.scopes.includes('deposits:write') : mayDo(session, 'attribute');

/** Auditors of the operator read who read what. */
export const mayReadLog = (session: Session): boolean =>
  !isPartner(session) && session.roles.includes('auditor');

export const mayRead = ({ scopes }: Session, ...wanted: readonly string[]): boolean =>
  wanted.every((scope) => scopes.includes(scope));

/** Legal, approvers and auditors may know of every legal process, and so of the holds that rest on one. */
export const mayReadHolds = ({ roles, venue }: Session): boolean =>
  venue === undefined && roles.some((role) => ['legal', 'approver', 'auditor'].includes(role));

/** A partner sees its own venue's accounts, and none of the operator's own pages. */
export const isPartner = ({ venue }: Session): boolean => venue !== undefined;

/** The roles that obligations wait for. */
const obligationOwners: readonly string[] = ['reporting-officer', 'approver', 'legal'];

export const ownsObligations = (session: Session): boolean =>
  !isPartner(session) && session.roles.some((role) => obligationOwners.includes(role));
