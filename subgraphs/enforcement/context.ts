import { type Identity, tenantOf } from '../../shared/identity/identity';
import { neverEnds } from '../../shared/subgraph/endedRequest';
import { accountLoaders, type HasAccountStatuses } from './account/account.context';
import { claimLoaders } from './claim/claim.context';
import { claimLoader } from './claim/claim.loader';
import { claimTextsOf, type ClaimView } from './claim/claim.rules';
import type { CommandContext, HasLedger } from './command/command.context';
import type { HasContradictions } from './contradiction/contradiction.context';
import { groupsOnce } from './contradiction/findContradictions';
import { type HasTracedAccounts, tracedAccountLoaders } from './frozenAccount/tracedAccount.context';
import { holdingLoaders } from './holding/holding.context';
import { incidentLoaders } from './incident/incident.context';
import { knowledgeOf, type ProcessKnowledge } from './legalProcess/disclosure.rules';
import type { HasLedgerHead } from './ledgerHead/ledgerHead.context';
import { legalProcessLoaders } from './legalProcess/legalProcess.context';
import { measureLoaders } from './measure/measure.context';
import { type HasAccountObligations, obligationLoaders } from './obligation/obligation.loader';
import { outflowLoaders } from './outflow/outflow.context';
import type { HasPublicStatements } from './publicStatement/publicStatement.context';
import { publicView } from './publicStatement/publicView';
import { retentionHoldLoaders } from './retention/retention.context';
import type { HasBlockedReports } from './report/blockedReport.resolver';
import { holdingValuationLoaders } from './valuation/holdingValuation.context';
import { venueLoaders } from './venue/venue.context';

/**
 * The context of a request, made of the part that each noun uses: the stores, the caller's view of them, and
 * loaders that batch within this one request and read with that view. No noun imports it.
 */
export type EnforcementContext = CommandContext &
  HasAccountStatuses &
  HasTracedAccounts &
  HasAccountObligations &
  HasContradictions &
  HasPublicStatements &
  HasBlockedReports &
  HasLedgerHead;

/** The stores of the subgraph: made once, used by every request. */
export type EnforcementStores = EnforcementContext['stores'];

/** Returns the stores of a tenant's request, whose reads end when the signal is aborted. */
export type StoresUntil = (signal: AbortSignal, tenant: string | null) => EnforcementStores;

export function createEnforcementContext(
  { storesUntil, ledger, catchUp }: HasLedger & { readonly storesUntil: StoresUntil },
  now: () => Date,
) {
  return (caller: Identity, signal: AbortSignal = neverEnds): EnforcementContext => {
    const tenant = tenantOf(caller);
    const stores = storesUntil(signal, tenant);
    const knowledge = knowledgeOf(caller);
    const venues = venueLoaders(stores);
    const accounts = accountLoaders(stores, tenant);
    const measures = measureLoaders(stores, tenant);
    const legalProcesses = legalProcessLoaders(stores, knowledge);
    const request = { stores, tenant, now: now() };
    return {
      ...request,
      ledger,
      catchUp,
      caller,
      ...venues,
      ...accounts,
      ...measures,
      ...tracedAccountLoaders(stores, tenant, { ...venues, ...accounts, ...measures }),
      ...holdingLoaders(stores, tenant),
      ...holdingValuationLoaders(stores, tenant),
      ...outflowLoaders(stores, tenant),
      ...retentionHoldLoaders(stores),
      ...legalProcesses,
      ...obligationLoaders({ ...request, ...legalProcesses }),
      ...incidentLoaders(stores),
      ...visibleClaims(stores, caller, knowledge),
    };
  };
}

/**
 * Returns the claims that the caller may see, and those that the public may hear, with the contradictions
 * among each.
 */
function visibleClaims(stores: EnforcementStores, caller: Identity, knowledge: ProcessKnowledge) {
  const { claims, processes } = stores;
  let hidden: Promise<readonly string[]> | undefined;
  const claimView: ClaimView = {
    texts: claimTextsOf(caller),
    notAbout: () => (hidden ??= processes.hiddenFrom(knowledge)),
  };
  const publicClaims = publicView(stores);
  const loaders = claimLoaders(stores, claimView);
  const publicClaimById = claimLoader(claims, publicClaims);
  return {
    ...loaders,
    contradictionGroups: groupsOnce({ stores, claimView, claimById: loaders.claimById }),
    publicClaims,
    publicContradictionGroups: groupsOnce({ stores, claimView: publicClaims, claimById: publicClaimById }),
  };
}
