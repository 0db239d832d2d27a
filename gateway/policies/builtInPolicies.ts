/** The policies that Cordon's own schema names (`@policy`). A deployment cannot replace them. */
export const builtInPolicies = {
  /** The readers of the read log. */
  auditor: { roles: ['auditor'], operator: true },
} as const;
