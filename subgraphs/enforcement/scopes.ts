import type { TypeScopes } from '../../shared/subgraph/typeScopes';

/**
 * The directives that name the scopes for reading. They are on the fields of `Account` and not only on the
 * root fields: an account can also be reached through the attribution subgraph, with other scopes.
 */
export const readsEnforcement = '@requiresScopes(scopes: [["enforcement:read"]])';
/** Incidents and recoveries belong to no venue, so that a partner, whose tokens have no `claims:read`, sees none of them. */
export const readsIncidents = '@requiresScopes(scopes: [["enforcement:read", "claims:read"]])';
export const readsClaims = '@requiresScopes(scopes: [["claims:read"], ["claims:published"]])';
export const readsFrozenAccounts = '@requiresScopes(scopes: [["attribution:read", "enforcement:read"]])';
/** The scopes of the mutations; permissions.ts says which roles may use them. */
export const registers = '@requiresScopes(scopes: [["enforcement:register"]])';
export const proposes = '@requiresScopes(scopes: [["enforcement:propose"]])';
export const approves = '@requiresScopes(scopes: [["enforcement:approve"]])';
export const actsForLegal = '@requiresScopes(scopes: [["enforcement:legal"]])';
export const reports = '@requiresScopes(scopes: [["enforcement:report"]])';

/** The scopes for value types in accounts, incidents and claims. */
const readsEitherKind =
  '@requiresScopes(scopes: [["enforcement:read"], ["claims:read"], ["claims:published"]])';

/** The scopes for the answers of commands: those of every command's callers. */
const callsCommands =
  '@requiresScopes(scopes: [["enforcement:register"], ["enforcement:propose"], ["enforcement:approve"], ["enforcement:legal"], ["enforcement:report"]])';

/** The types of this subgraph; `Actor`, `ActorLink` and `Trace` need what their own subgraphs ask for. */
export const enforcementTypeScopes: TypeScopes = {
  byDefault: readsEnforcement,
  byType: {
    Actor: '@requiresScopes(scopes: [["sanctions:read"]])',
    ActorLink: '@requiresScopes(scopes: [["sanctions:read"]])',
    Trace: readsFrozenAccounts,
    AccountReach: readsFrozenAccounts,
    AccountTrace: readsFrozenAccounts,
    FrozenAccount: readsFrozenAccounts,
    Incident: readsIncidents,
    IncidentLoss: readsIncidents,
    Recovery: readsIncidents,
    LedgerProof: readsIncidents,
    Claim: readsClaims,
    ValueLink: readsClaims,
    Contradiction: readsClaims,
    ContradictionFinding: readsClaims,
    LossEstimate: readsClaims,
    PublicStatement: readsClaims,
    StatedTime: readsEitherKind,
    Recorded: callsCommands,
    BlockedPropertyReport: reports,
  },
};
