/**
 * The directives that name what a token must be allowed to read. They are on the fields of `Account` and not only on
 * the root fields: an account can also be reached through the attribution subgraph, with other scopes.
 */
export const readsEnforcement = '@requiresScopes(scopes: [["enforcement:read"]])';
/** Incidents and recoveries belong to no venue, so that a partner, whose tokens have no `claims:read`, sees none of them. */
export const readsIncidents = '@requiresScopes(scopes: [["enforcement:read", "claims:read"]])';
export const readsClaims = '@requiresScopes(scopes: [["claims:read"], ["claims:published"]])';
export const readsFrozenAccounts = '@requiresScopes(scopes: [["attribution:read", "enforcement:read"]])';
/** The acts. Which roles may do them beside is in command/offices.rules.ts. */
export const registers = '@requiresScopes(scopes: [["enforcement:register"]])';
export const proposes = '@requiresScopes(scopes: [["enforcement:propose"]])';
export const approves = '@requiresScopes(scopes: [["enforcement:approve"]])';
export const actsForLegal = '@requiresScopes(scopes: [["enforcement:legal"]])';
export const reports = '@requiresScopes(scopes: [["enforcement:report"]])';
