import type { Ledger } from '@cordon/ledger';
import { loadMany, loadOne } from '../../shared/batch/loaders';
import { type Identity, tenantOf } from '../../shared/identity/identity';
import type { HasUploads } from '../../shared/upload/upload.context';
import { neverEnds } from '../../shared/subgraph/endedRequest';
import type { HasActors } from './actor/actor.context';
import { actorDirectory } from './actor/actorDirectory';
import type { ActorStore } from './actor/actor.store';
import type { CaseFacts } from './caseFacts/caseFacts';
import type { HasCustomers } from './customer/customer.context';
import type { CustomerStore } from './customer/customer.store';
import type { Tenant } from './customer/tenant.rules';
import type { HasCustomerMatches } from './customerMatch/customerMatch.context';
import type { CustomerMatchStore } from './customerMatch/customerMatch.store';
import type { HasDecisions } from './decision/decision.context';
import type { SecondPersonPolicy } from './decision/decision.rules';
import type { DecisionStore } from './decision/decision.store';
import type { HasCustomerScreening } from './customerScreening/customerScreening.context';
import { entriesInForce } from './customerScreening/listState.rules';
import type { ScreeningProgress, ScreeningStateStore } from './customerScreening/screeningState.store';
import type { HasScreeningAlerts } from './screeningAlert/screeningAlert.context';
import type { ScreeningAlertStore } from './screeningAlert/screeningAlert.store';
import { allDesignations } from './designation/allDesignations';
import type { HasDesignations } from './designation/designation.context';
import { designationSets } from './designation/designationSets';
import type { HasLists } from './list/list.context';
import type { CurrentLists } from './list/currentLists';
import { type ListAgePolicy, rejectStale } from './list/listAge.rules';
import type { ListsIndex } from './list/listsIndex';
import type { ListVersionStore } from './list/listVersion.store';
import type { HasStakes } from './ownership/ownership.context';
import { type ActorPath, linkedActors } from './relationship/linkedActors.rules';
import { maxLinkDepth } from './relationship/linkPolicy';
import type { HasRelationships } from './relationship/relationship.context';
import type { RelationshipRecord } from './relationship/relationship.record';
import type { CurrentScreening } from './screening/currentScreening';
import type { ScopedScreening } from './screening/scopedScreening';
import type { HasScreening } from './screening/screening.context';

/** The stores of the subgraph: made once, used by every request. */
export interface SanctionsStores {
  readonly actors: ActorStore;
  readonly listVersions: ListVersionStore;
  readonly customers: CustomerStore;
  readonly customerMatches: CustomerMatchStore;
  readonly screeningAlerts: ScreeningAlertStore;
  readonly screeningStates: ScreeningStateStore;
  readonly decisions: DecisionStore;
}

/**
 * The context of a request: the caller, the stores, and the part that each noun uses, with loaders that batch
 * within this one request.
 */
export interface SanctionsContext
  extends
    HasActors,
    HasCustomers,
    HasCustomerMatches,
    HasCustomerScreening,
    HasDecisions,
    HasScreeningAlerts,
    HasDesignations,
    HasRelationships,
    Omit<HasLists, 'stores'>,
    HasScreening,
    HasStakes,
    HasUploads {
  readonly caller: Identity;
  readonly stores: SanctionsStores;
  readonly now: Date;
  /** The ledger of decisions on matches. */
  readonly decisionLedger: Ledger;
  /** The decisions that a second person has to approve. */
  readonly secondPerson: SecondPersonPolicy;
}

export interface SanctionsParts {
  /** Returns the stores of a tenant's request, whose reads end when the signal is aborted. */
  readonly storesUntil: (signal: AbortSignal, tenant: string | null) => SanctionsStores;
  readonly currentLists: CurrentLists<CaseFacts>;
  readonly currentScreening: CurrentScreening;
  readonly scopedScreening: ScopedScreening;
  readonly uploads: HasUploads['uploads'];
  readonly decisionLedger: Ledger;
  readonly secondPerson: SecondPersonPolicy;
  readonly agePolicy: ListAgePolicy;
  readonly now: () => Date;
}

export function createSanctionsContext({
  storesUntil,
  currentLists,
  currentScreening,
  scopedScreening,
  uploads,
  decisionLedger,
  secondPerson,
  agePolicy,
  now,
}: SanctionsParts) {
  return (caller: Identity, signal: AbortSignal = neverEnds): SanctionsContext => {
    const stores = storesUntil(signal, caller.venue);
    // Taken once: what is published or loaded while this request runs is for the next one.
    const { index: lists, caseFacts: cases } = currentLists;
    const screening = currentScreening.index;
    const time = now();
    const today = time.toISOString().slice(0, 10);
    const tenant = tenantOf(caller);
    const requireFreshLists = () => rejectStale(lists, agePolicy, today);
    const fresh =
      <Key, Found>(find: (key: Key) => Found) =>
      (key: Key): Found => {
        requireFreshLists();
        return find(key);
      };
    const directory = actorDirectory({ lists, cases: cases.actors, store: stores.actors });
    const actorsById = async (ids: readonly string[]) => fresh(directory.byIds)(ids);
    const designations = allDesignations(lists, cases.designations);
    const relationshipsOf = fresh((id: string) => allRelationships(id, lists, cases));
    return {
      caller,
      tenant,
      now: time,
      stores,
      uploads,
      decisionLedger,
      secondPerson,
      today,
      lists,
      signal,
      screening,
      screeningOf: (scope) => scopedScreening.indexOf(lists, scope),
      agePolicy,
      requireFreshLists,
      directory: {
        byIds: actorsById,
        page: (query, page) => (requireFreshLists(), directory.page(query, page)),
      },
      designationSets: designationSets(lists, cases.designations),
      actorById: loadOne(actorsById, (actor) => actor._id),
      ...customerLoaders(stores, tenant),
      customerScreening: screeningOf(stores.screeningStates, lists),
      designationsOf: fresh(designations.ofActor),
      designationsOfWallet: fresh(designations.ofWallet),
      relationshipsOf,
      linksOf: linkCache(relationshipsOf),
      stakesIn: fresh((id: string) => [...cases.stakesIn(id), ...lists.stakes(id)]),
    };
  };
}

/** Customers and their matches that the caller may see. */
const customerLoaders = (
  stores: SanctionsStores,
  tenant: Tenant,
): Pick<SanctionsContext, 'customerById' | 'matchesOfCustomer' | 'decisionOfMatch'> => ({
  decisionOfMatch: loadOne(
    async (ids) => {
      await stores.decisions.catchUp();
      return stores.decisions.ofMatches(ids);
    },
    ({ _id }) => _id,
  ),
  customerById: loadOne(
    (ids) => stores.customers.byIds(ids, tenant),
    (customer) => customer._id,
  ),
  matchesOfCustomer: loadMany(
    (ids) => stores.customerMatches.ofCustomers(ids, tenant),
    ({ customerId }) => [customerId],
  ),
});

function screeningOf(
  states: ScreeningStateStore,
  lists: ListsIndex,
): HasCustomerScreening['customerScreening'] {
  let progress: Promise<ScreeningProgress> | undefined;
  return {
    progress: () => (progress ??= states.read()),
    force: () => entriesInForce(lists),
    lastRuns: (limit) => states.runs(limit),
  };
}

/** Returns the relationships of an actor by lists and cases, each once. */
function allRelationships(id: string, lists: ListsIndex, cases: CaseFacts): RelationshipRecord[] {
  const found = [...cases.relationshipsOf(id), ...lists.relationships(id)];
  return [...new Map(found.map((relationship) => [relationship._id, relationship])).values()];
}

function linkCache(relationshipsOf: SanctionsContext['relationshipsOf']): SanctionsContext['linksOf'] {
  const links = new Map<string, readonly ActorPath[]>();
  return (actorId, maxDepth, alsoThrough = []) => {
    const depth = Math.min(maxDepth, maxLinkDepth);
    const key = `${depth} ${[...alsoThrough].sort().join(',')} ${actorId}`;
    const known = links.get(key) ?? linkedActors(actorId, depth, relationshipsOf, new Set(alsoThrough));
    links.set(key, known);
    return known;
  };
}
