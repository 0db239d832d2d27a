import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { connectionOfPage, pageOfAll, readPageArguments } from '../../../shared/pagination/page';
import type { AccountRecord } from '../account/account.record';
import { knownAccount } from '../account/account.resolver';
import { AccountType } from '../account/account.type';
import { actorOfId } from '../actor/actor.reference';
import { ActorType } from '../actor/actor.type';
import type { EnforcementContext } from '../context';
import { readsFrozenAccounts } from '../scopes';
import { isOfTenant } from '../tenancy';
import { FrozenAccountsArguments } from './frozenAccount.input';
import { type AccountTrace, frozenTraces, keyOfTrace } from './frozenAccount.rules';
import { ActorLinkType, FrozenAccountConnection, FrozenAccountType, TraceType } from './frozenAccount.type';

@Resolver(() => ActorType)
export class FrozenAccountsResolver {
  @FieldResolver(() => FrozenAccountConnection, {
    nullable: true,
    description:
      'The accounts under a FREEZE or a BLOCK that the funds of the actor, or of an actor linked to it, reached; one ' +
      'row for an account and an actor, sorted by both.',
  })
  @Directive('@requires(fields: "accountReach { traces { accountId actorId traceId } completeness }")')
  @Directive(readsFrozenAccounts)
  async frozenAccounts(
    @Root() { id, accountReach }: ActorType,
    @Ctx() context: EnforcementContext,
    @Args(() => FrozenAccountsArguments) { asOf, first, after }: FrozenAccountsArguments,
  ) {
    const page = readPageArguments(first, after);
    if (!accountReach) {
      throw new CordonError('REACH_UNKNOWN', `which accounts the funds of ${id} reached is not known`);
    }
    const { traces, completeness } = accountReach;
    const measuresOf = await measuresOfTraced(traces, context);
    const frozen = frozenTraces(traces, measuresOf, asOf ?? context.now);
    const found = pageOfAll(frozen, keyOfTrace, page);
    const toNode = (trace: AccountTrace): FrozenAccountType => ({ ...trace, askedId: id });
    return { ...connectionOfPage(found, keyOfTrace, toNode, page.after), completeness };
  }
}

/**
 * The measures of the traced accounts: one read of measures and one of accounts, however many there are. An account
 * that attribution names and that is not here would vanish from the answer as if it were not frozen: that is an error,
 * for a partner too where the account is its venue's. Of other venues' it may not know whether they are here.
 */
async function measuresOfTraced(
  traces: readonly AccountTrace[],
  { accountById, measuresByAccount, tenant }: EnforcementContext,
) {
  const ids = [...new Set(traces.map(({ accountId }) => accountId))];
  const [accounts, measures] = await Promise.all([
    Promise.all(ids.map((id) => accountById.load(id))),
    Promise.all(ids.map((id) => measuresByAccount.load(id))),
  ]);
  const missing = ids.filter((id, i) => accounts[i] === null && isOfTenant(id, tenant));
  if (missing.length > 0) {
    throw new CordonError(
      'UNKNOWN_ENTITY',
      `attribution names accounts that are not in enforcement: ${missing
        .slice(0, 5)
        .map((id) => JSON.stringify(id))
        .join(', ')}` + (missing.length > 5 ? ` and ${missing.length - 5} more` : ''),
    );
  }
  const byAccount = new Map(ids.map((id, i) => [id, accounts[i] ? (measures[i] ?? []) : []]));
  return (accountId: string) => byAccount.get(accountId) ?? [];
}

@Resolver(() => FrozenAccountType)
export class FrozenAccountResolver {
  @FieldResolver(() => AccountType, { description: 'The account.' })
  account(
    @Root() { accountId }: FrozenAccountType,
    @Ctx() context: EnforcementContext,
  ): Promise<AccountRecord> {
    return knownAccount(accountId, context);
  }

  @FieldResolver(() => ActorType, { description: 'The linked actor whose funds reached it.' })
  actor(@Root() { actorId }: FrozenAccountType): ActorType {
    return actorOfId(actorId);
  }

  @FieldResolver(() => ActorLinkType, { description: 'How that actor is linked to the one asked about.' })
  link(@Root() { askedId, actorId }: FrozenAccountType): ActorLinkType {
    return { fromId: askedId, toId: actorId };
  }

  @FieldResolver(() => TraceType, { description: 'The way that the funds took.' })
  trace(@Root() { traceId }: FrozenAccountType): TraceType {
    return { id: traceId };
  }
}
