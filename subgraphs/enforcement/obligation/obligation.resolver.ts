import { Args, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import { DateScalar } from '../../../shared/scalars/date';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import type { AccountRecord } from '../account/account.record';
import { knownAccount } from '../account/account.resolver';
import { AccountType } from '../account/account.type';
import type { HasAccounts } from '../account/account.context';
import type { HasMeasures } from '../measure/measure.context';
import type { HasVenues } from '../venue/venue.context';
import type { MeasureRecord } from '../measure/measure.record';
import { MeasureType } from '../measure/measure.type';
import { readsEnforcement } from '../scopes';
import type { VenueRecord } from '../venue/venue.record';
import { VenueType } from '../venue/venue.type';
import { ObligationsArguments } from './obligation.input';
import { orderOf } from './obligation.rules';
import { ObligationConnection, ObligationType } from './obligation.type';
import type { HasObligations } from './obligation.context';
import { obligationPage, type ShownObligation as Shown } from './obligationPage';

type ObligationsContext = HasObligations & HasMeasures & HasAccounts & HasVenues;

@Resolver(() => ObligationType)
export class ObligationResolver {
  @Query(() => ObligationConnection, {
    nullable: true,
    description:
      'The obligations: late and undetermined ones first, then by due date. Default: all, also those that were met.',
  })
  @Directive(readsEnforcement)
  async obligations(
    @Ctx() context: ObligationsContext,
    @Args(() => ObligationsArguments) { dueBefore, state, first, after }: ObligationsArguments,
  ): Promise<Connection<Shown>> {
    const page = readPageArguments(first, after);
    const filters = { dueBefore: dueBefore ?? null, state: state ?? null };
    return connectionOfPage(await obligationPage(context, filters, page), orderOf, (one) => one, page.after);
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      'The last day, in New York, on which it is in time. Null for UNDETERMINED: no rule sets one.',
  })
  dueOn(@Root() { kind, dueOn }: Shown): string | null {
    return kind === 'UNDETERMINED' ? null : dueOn;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'From this instant on it is late. Null for UNDETERMINED: no rule sets one.',
  })
  dueAt(@Root() { kind, dueAt }: Shown): Date | null {
    return kind === 'UNDETERMINED' ? null : dueAt;
  }

  @FieldResolver(() => VenueType, { description: 'The venue that holds the property: the duty is its.' })
  async venue(@Root() { venueId }: Shown, @Ctx() { venueById }: ObligationsContext): Promise<VenueRecord> {
    const venue = await venueById.load(venueId);
    if (!venue) throw new CordonError('UNKNOWN_ENTITY', `there is no venue ${JSON.stringify(venueId)}`);
    return venue;
  }

  @FieldResolver(() => AccountType, { nullable: true, description: 'The account, where it is about one.' })
  async account(
    @Root() { accountId }: Shown,
    @Ctx() context: ObligationsContext,
  ): Promise<AccountRecord | null> {
    return accountId === null ? null : knownAccount(accountId, context);
  }

  @FieldResolver(() => MeasureType, { nullable: true, description: 'The measure, where it is about one.' })
  async measure(
    @Root() { accountId, measureId }: Shown,
    @Ctx() context: ObligationsContext,
  ): Promise<MeasureRecord | null> {
    if (accountId === null || measureId === null) return null;
    // After the account, as `account` reads: how many reads there are must not depend on which of two is faster.
    await knownAccount(accountId, context);
    const measures = await context.measuresByAccount.load(accountId);
    return measures.find(({ _id }) => _id === measureId) ?? null;
  }
}
