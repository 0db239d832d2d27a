import { Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { HasCustomers } from '../customer/customer.context';
import { CustomerType } from '../customer/customer.type';
import type { HasCustomerMatches } from '../customerMatch/customerMatch.context';
import { CustomerMatchType, customerMatchView } from '../customerMatch/customerMatch.type';
import type { HasLists } from '../list/list.context';
import { readsCustomers } from '../scopes';
import { isBehind } from './beginJob';
import { type HasCustomerScreening, isUpToDate } from './customerScreening.context';
import { CustomerScreeningType, jobView, runView } from './customerScreening.type';

const runsShown = 20;

@Resolver(() => CustomerType)
export class CustomerScreeningResolver {
  @Query(() => CustomerScreeningType, {
    nullable: true,
    description: 'How far all customers are screened, with the last runs.',
  })
  @Directive(readsCustomers)
  async customerScreening(
    @Ctx() { tenant, customerScreening }: HasCustomers & HasCustomerScreening,
  ): Promise<CustomerScreeningType> {
    const { done, job } = await customerScreening.progress();
    const runs = await customerScreening.lastRuns(runsShown);
    return {
      upToDate: job === null && !isBehind(done, customerScreening.force()),
      versions: (done?.versions ?? []).map(({ list, version }) => ({ list, version })),
      running: job && jobView(job, tenant),
      runs: runs.map((run) => runView(run, tenant)),
    };
  }

  @FieldResolver(() => Boolean, {
    description:
      'True where it is screened as it is now, against what is in force. It is clear only where this is true, its state is SCREENED, and `matches` is empty.',
  })
  upToDate(
    @Root() { id }: CustomerType,
    @Ctx() context: HasCustomers & HasCustomerScreening,
  ): Promise<boolean> {
    return upToDateById(id, context);
  }

  @FieldResolver(() => [CustomerMatchType], {
    nullable: true,
    description:
      'The entries that it may be, the highest score first. Null with NOT_SCREENED where there are none and it is not screened by all that is known of it against what is in force, and with LIST_STALE where the lists are older than the operator allows: an empty list means none.',
  })
  async matches(
    @Root() { id, state, problem }: CustomerType,
    @Ctx()
    context: HasCustomers & HasCustomerMatches & HasCustomerScreening & Pick<HasLists, 'requireFreshLists'>,
  ): Promise<CustomerMatchType[]> {
    const found = await context.matchesOfCustomer.load(id);
    if (found.length > 0) return found.map(customerMatchView);
    context.requireFreshLists();
    if (state === 'SCREENED' && (await upToDateById(id, context))) return [];
    throw new CordonError(
      'NOT_SCREENED',
      `whether ${id} is listed is not known: ${problem ?? 'it is not screened yet against what is in force'}`,
    );
  }
}

async function upToDateById(
  id: string,
  { customerById, customerScreening }: HasCustomers & HasCustomerScreening,
): Promise<boolean> {
  const customer = await customerById.load(id);
  return customer !== null && isUpToDate(customer, customerScreening);
}
