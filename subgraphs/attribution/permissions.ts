import type { Permission, Permissions } from '../../shared/identity/permissions';

const stateAttributions: Permission = { analyst: 'attribution:write' };

const registerDeposits: Permission = { analyst: 'deposits:write', partner: 'deposits:write' };

const setUpMonitoring: Permission = { analyst: 'attribution:write', partner: 'deposits:write' };

/** The uploaders of a file of transfers; the gateway calls on their behalf. */
const uploadTransfers: Permission = { analyst: 'transfers:import' };

/** The callers of each mutation. docs/concepts/commands.md shows it. */
export const attributionPermissions = {
  stateAttribution: stateAttributions,
  retractAttribution: stateAttributions,
  registerDepositWallets: registerDeposits,
  endDepositWallets: registerDeposits,
  watch: setUpMonitoring,
  unwatch: setUpMonitoring,
  registerWebhook: setUpMonitoring,
  unregisterWebhook: setUpMonitoring,
  redeliver: setUpMonitoring,
  beginTransferUpload: uploadTransfers,
  addTransferUploadPart: uploadTransfers,
  endTransferUpload: uploadTransfers,
  abortTransferUpload: uploadTransfers,
} as const satisfies Permissions;
