import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { EnforcementContext } from '../context';
import type { AccountStatus } from '../measure/measureKinds';
import { readsEnforcement } from '../scopes';
import type { VenueRecord } from '../venue/venue.record';
import { VenueType } from '../venue/venue.type';
import { AccountsArguments } from './account.input';
import type { AccountRecord } from './account.record';
import type { AccountQuery } from './account.store';
import { AccountConnection, AccountType } from './account.type';

@Resolver(() => AccountType)
export class AccountResolver {
  @Query(() => AccountType, {
    nullable: true,
    description: 'One account by its id; null where the caller may see none by that id.',
  })
  @Directive(readsEnforcement)
  account(
    @Ctx() { accountById }: EnforcementContext,
    @Arg('id', () => ID, { description: 'Such as `meridian:acct-1001`.' }) id: string,
  ): Promise<AccountRecord | null> {
    return accountById.load(id);
  }

  @Query(() => AccountConnection, {
    nullable: true,
    description: 'The accounts that the caller may see, sorted by id.',
  })
  @Directive(readsEnforcement)
  async accounts(
    @Ctx() context: EnforcementContext,
    @Args(() => AccountsArguments) { status, asOf, venue, first, after }: AccountsArguments,
  ): Promise<Connection<AccountRecord>> {
    const page = readPageArguments(first, after);
    const among = status ? await accountsOfStatus(status, asOf ?? context.now, context) : null;
    const found = await context.stores.accounts.page(context.tenant, { venueId: venue ?? null, among }, page);
    return connectionOfPage(
      found,
      (account) => account._id,
      (account) => account,
      page.after,
    );
  }

  @FieldResolver(() => VenueType, { description: 'Where the account is.' })
  @Directive(readsEnforcement)
  async venue(
    @Root() { venueId }: AccountRecord,
    @Ctx() { venueById }: EnforcementContext,
  ): Promise<VenueRecord> {
    const venue = await venueById.load(venueId);
    if (!venue) throw new CordonError('UNKNOWN_ENTITY', `there is no venue ${JSON.stringify(venueId)}`);
    return venue;
  }
}

/** The accounts that have a status at an instant. An open one is one that no measure in force names. */
async function accountsOfStatus(
  status: AccountStatus,
  at: Date,
  { stores, tenant }: EnforcementContext,
): Promise<AccountQuery['among']> {
  return status === 'OPEN'
    ? { ids: await stores.measures.accountsUnderAny(tenant, at), excluded: true }
    : { ids: await stores.measures.accountsOfStatus(tenant, status, at), excluded: false };
}

/** The account of an id that somebody holds. One that is not there and one that is another tenant's fail alike. */
export async function knownAccount(id: string, { accountById }: EnforcementContext): Promise<AccountRecord> {
  const account = await accountById.load(id);
  if (!account) throw new CordonError('UNKNOWN_ENTITY', `there is no account ${JSON.stringify(id)}`);
  return account;
}

/** The account behind an entity reference. */
export function resolveAccountReference(
  reference: Readonly<Record<string, string>>,
  context: EnforcementContext,
): Promise<AccountRecord> {
  return knownAccount(reference['id'] ?? '', context);
}
