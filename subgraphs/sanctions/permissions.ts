import type { Permissions } from '../../shared/identity/permissions';

/** The callers of each mutation. This subgraph has no mutations: lists are imported on the command line. */
export const sanctionsPermissions: Permissions = {};
