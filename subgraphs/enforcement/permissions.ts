import type { Permission, Permissions } from '../../shared/identity/permissions';

const registerVenues: Permission = { analyst: 'enforcement:register', legal: 'enforcement:register' };

/** A partner registers accounts and holdings of its own venue. */
const register: Permission = { ...registerVenues, partner: 'enforcement:register' };

const propose: Permission = { analyst: 'enforcement:propose' };

const approve: Permission = { approver: 'enforcement:approve' };

const legal: Permission = { legal: 'enforcement:legal' };

const report: Permission = { 'reporting-officer': 'enforcement:report' };

/** The callers of each mutation. docs/concepts/commands.md shows it. */
export const enforcementPermissions = {
  registerVenue: registerVenues,
  registerAccount: register,
  registerHolding: register,
  observeAmount: propose,
  recordInflow: propose,
  recordLegalProcess: legal,
  amendLegalProcess: legal,
  correctLegalProcess: legal,
  withdrawLegalProcess: legal,
  flagAccount: propose,
  restrictAccount: propose,
  clearMeasure: propose,
  freezeAccount: propose,
  blockAccount: propose,
  seizeAccount: propose,
  forfeitAccount: propose,
  releaseMeasure: propose,
  transferAmount: propose,
  emergencyFreeze: propose,
  confirmEmergencyFreeze: approve,
  approveProposal: approve,
  rejectProposal: approve,
  recordIncident: propose,
  recordRecovery: propose,
  recordValuation: propose,
  correctIncident: propose,
  correctRecovery: propose,
  correctValuation: propose,
  correctReport: report,
  correctRetentionHold: legal,
  fileReport: report,
  placeRetentionHold: legal,
  liftRetentionHold: legal,
} as const satisfies Permissions;
