import type { Permission, Permissions } from '../../shared/identity/permissions';

/** The uploaders of a list; the gateway calls on their behalf. */
const uploadLists: Permission = { analyst: 'lists:import', approver: 'lists:import' };

/** Another person than who uploaded it. */
const decideLists: Permission = { approver: 'lists:import' };

const recordCustomers: Permission = { analyst: 'customers:write', partner: 'customers:write' };

/** Another person than who decided. */
const checkDecisions: Permission = { approver: 'customers:approve', partner: 'customers:approve' };

/** The callers of each mutation. docs/concepts/commands.md shows it. */
export const sanctionsPermissions = {
  beginListUpload: uploadLists,
  addListUploadPart: uploadLists,
  endListUpload: uploadLists,
  abortListUpload: uploadLists,
  approveListUpload: decideLists,
  rejectListUpload: decideLists,
  recordCustomer: recordCustomers,
  decideMatch: recordCustomers,
  approveMatchDecision: checkDecisions,
  rejectMatchDecision: checkDecisions,
} as const satisfies Permissions;
