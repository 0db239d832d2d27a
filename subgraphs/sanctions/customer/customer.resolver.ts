import { Arg, Args, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import { readsCustomers } from '../scopes';
import type { HasCustomers } from './customer.context';
import { CustomersArguments } from './customer.input';
import { CustomerConnection, CustomerType, customerView } from './customer.type';
import { requireVenue } from './tenant.rules';

@Resolver(() => CustomerType)
export class CustomerResolver {
  @Query(() => CustomerType, {
    nullable: true,
    description: 'One customer of the caller; null where there is none of that id.',
  })
  @Directive(readsCustomers)
  async customer(
    @Ctx() { customerById }: HasCustomers,
    @Arg('id', () => ID, { description: 'The customer, as `venue.north:c-17`.' }) id: string,
  ): Promise<CustomerType | null> {
    const found = await customerById.load(id);
    return found && customerView(found);
  }

  @Query(() => CustomerConnection, {
    nullable: true,
    description: 'The customers of the operator and all venues, or of the calling partner, by id.',
  })
  @Directive(readsCustomers)
  async customers(
    @Ctx() { tenant, stores }: HasCustomers,
    @Args(() => CustomersArguments) { venue, state, kind, first, after }: CustomersArguments,
  ): Promise<Connection<CustomerType>> {
    const page = readPageArguments(first, after);
    if (venue !== undefined && venue !== null) requireVenue(venue, 'venue');
    const found = await stores.customers.page({ tenant: venue ?? undefined, state, kind }, tenant, page);
    return connectionOfPage(found, ({ _id }) => _id, customerView, page.after);
  }
}
