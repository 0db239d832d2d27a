import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { HasCustomers } from '../customer/customer.context';
import { CustomerType, customerView } from '../customer/customer.type';
import { readsCustomers } from '../scopes';
import type { HasCustomerMatches } from './customerMatch.context';
import { CustomerMatchConnection, CustomerMatchType, customerMatchView } from './customerMatch.type';

@Resolver(() => CustomerMatchType)
export class CustomerMatchResolver {
  @Query(() => CustomerMatchConnection, {
    nullable: true,
    description:
      'The matches of the customers that the caller may see, by id: those that are present. They are all only where `customerScreening.upToDate` is true and no customer is PENDING or has a PROBLEM.',
  })
  @Directive(readsCustomers)
  async customerMatches(
    @Ctx() { tenant, stores }: HasCustomers & HasCustomerMatches,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<CustomerMatchType>> {
    const page = readPageArguments(first, after);
    const found = await stores.customerMatches.page(tenant, page);
    return connectionOfPage(found, ({ _id }) => _id, customerMatchView, page.after);
  }

  @FieldResolver(() => CustomerType, { description: 'The customer.' })
  async customer(
    @Root() { customerId }: CustomerMatchType,
    @Ctx() { customerById }: HasCustomers,
  ): Promise<CustomerType> {
    const found = await customerById.load(customerId);
    if (found) return customerView(found);
    throw new CordonError('UNKNOWN_ENTITY', `the customer ${customerId} has a match, and is missing`);
  }
}
