import { permissions, readOnlyRoles } from '../graph/generated/permissions';
import type { Session } from './session';

/** For each act, the permission of one of its mutations. The subgraphs decide; the console offers what they allow. */
const needs = {
  propose: permissions.freezeAccount,
  approve: permissions.approveProposal,
  register: permissions.registerAccount,
  recordProcess: permissions.recordLegalProcess,
  attribute: permissions.stateAttribution,
  importLists: permissions.beginListUpload,
  approveLists: permissions.approveListUpload,
  importTransfers: permissions.beginTransferUpload,
  fileReport: permissions.fileReport,
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type Act = keyof typeof needs;

/** Whether an act is offered to this person. */
export function mayDo({ roles, scopes, venue }: Session, act: Act): boolean {
  if (venue !== undefined || roles.some((role) => readOnlyRoles.includes(role))) return false;
  return Object.entries(needs[act]).some(([role, scope]) => roles.includes(role) && scopes.includes(scope));
}

/** An analyst watches by the scope that attributes wallets, a partner by the one that registers deposits. */
export const mayWatch = (session: Session): boolean =>
  isPartner(session) ? session.scopes.includes('deposits:write') : mayDo(session, 'attribute');

/** Analysts, legal and partners register accounts and holdings; a partner its own venue's. */
export const mayRegister = (session: Session): boolean =>
  isPartner(session)
    ? session.scopes.includes(permissions.registerAccount.partner)
    : mayDo(session, 'register');

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
