import type { Permissions } from '../../shared/identity/permissions';

/** Who may call which mutation. This subgraph has none: lists are imported on the command line. */
export const sanctionsPermissions: Permissions = {};
