import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import type { Identity } from '../../../shared/identity/identity';
import type { HasCustomers } from '../customer/customer.context';
import { CustomerInput } from '../customer/customer.input';
import { readCustomer } from '../customer/customer.rules';
import { CustomerType, customerView } from '../customer/customer.type';
import { customerIdOf, requireVenue, type Tenant } from '../customer/tenant.rules';
import { writesCustomers } from '../scopes';

@Resolver()
export class RecordCustomerResolver {
  @Mutation(() => CustomerType, {
    nullable: true,
    description:
      'Records a customer, or changes the one of that id. It is screened within seconds; until then its state is PENDING. ' +
      'Sending it again changes nothing.',
  })
  @Directive(writesCustomers)
  async recordCustomer(
    @Arg('input', () => CustomerInput, { description: 'The customer.' }) input: CustomerInput,
    @Ctx() context: HasCustomers & { readonly caller: Identity; readonly now: Date },
  ): Promise<CustomerType> {
    const { caller, now, stores } = context;
    const tenant = ownerFor(context.tenant, input.venue ?? null);
    const read = readCustomer(input, now.toISOString().slice(0, 10));
    if ('problem' in read) throw badUserInput(read.problem, { argument: 'input' });
    await stores.customers.record([read.row], { tenant, at: now, by: caller.subject });
    const id = customerIdOf(tenant, read.row.ownId);
    const [stored] = await stores.customers.byIds([id], tenant);
    if (!stored) throw new Error(`the customer ${id} was recorded and is not found`);
    return customerView(stored);
  }
}

/** A partner records customers of its own venue only. */
function ownerFor(tenant: Tenant, venue: string | null): Tenant {
  if (tenant !== null && venue !== null && venue !== tenant)
    throw badUserInput('venue: it is not the caller’s own', { argument: 'input.venue' });
  const owner = tenant ?? venue;
  if (owner !== null) requireVenue(owner, 'input.venue');
  return owner;
}
