import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import {
  type Connection,
  connectionOfPage,
  type Page,
  type PageArguments,
  readPageArguments,
} from '../../../shared/pagination/page';
import type { HasAccounts, HasAccountStatuses } from './account.context';
import type { HasVenues } from '../venue/venue.context';
import type { RequestContext } from '../rows/request';
import { readsEnforcement } from '../scopes';
import type { VenueRecord } from '../venue/venue.record';
import { VenueType } from '../venue/venue.type';
import { AccountsArguments } from './account.input';
import type { AccountRecord } from './account.record';
import type { AccountStatusQuery } from './accountsByStatus';
import { AccountConnection, AccountType } from './account.type';

type AccountsContext = HasAccountStatuses & HasAccounts & HasVenues & RequestContext;

@Resolver(() => AccountType)
export class AccountResolver {
  @Query(() => AccountType, {
    nullable: true,
    description: 'One account by its id; null where the caller may see none by that id.',
  })
  @Directive(readsEnforcement)
  account(
    @Ctx() { accountById }: AccountsContext,
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
    @Ctx() context: AccountsContext,
    @Args(() => AccountsArguments) { status, asOf, venue, first, after }: AccountsArguments,
  ): Promise<Connection<AccountRecord>> {
    const page = readPageArguments(first, after);
    const venueId = venue ?? null;
    const found = status
      ? await accountsOfStatus({ status, at: asOf ?? context.now, venueId }, page, context)
      : await context.stores.accounts.page(context.tenant, venueId, page);
    return connectionOfPage(
      found,
      (account) => account._id,
      (account) => account,
      page.after,
    );
  }

  @FieldResolver(() => VenueType, { description: "The account's venue." })
  @Directive(readsEnforcement)
  async venue(
    @Root() { venueId }: AccountRecord,
    @Ctx() { venueById }: AccountsContext,
  ): Promise<VenueRecord> {
    const venue = await venueById.load(venueId);
    if (!venue) throw new CordonError('UNKNOWN_ENTITY', `there is no venue ${JSON.stringify(venueId)}`);
    return venue;
  }
}

/** A page of the accounts that have a status at an instant. */
async function accountsOfStatus(
  query: AccountStatusQuery,
  page: PageArguments,
  { stores, tenant }: AccountsContext,
): Promise<Page<AccountRecord>> {
  const { rows: ids, ...rest } = await stores.accountStatuses.page(tenant, query, page);
  const found = new Map((await stores.accounts.byIds(tenant, ids)).map((account) => [account._id, account]));
  return { ...rest, rows: ids.flatMap((id) => found.get(id) ?? []) };
}

/** Returns the account of an id that another record holds. A missing one and another tenant's fail alike. */
export async function knownAccount(id: string, { accountById }: HasAccounts): Promise<AccountRecord> {
  const account = await accountById.load(id);
  if (!account) throw new CordonError('UNKNOWN_ENTITY', `there is no account ${JSON.stringify(id)}`);
  return account;
}

/** The account behind an entity reference. */
export function resolveAccountReference(
  reference: Readonly<Record<string, string>>,
  context: HasAccounts,
): Promise<AccountRecord> {
  return knownAccount(reference['id'] ?? '', context);
}
