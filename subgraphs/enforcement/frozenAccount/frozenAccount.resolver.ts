import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { Completeness } from '../../../shared/subgraph/completeness';
import { connectionOfPage, pageOfAll, readPageArguments } from '../../../shared/pagination/page';
import type { AccountRecord } from '../account/account.record';
import { knownAccount } from '../account/account.resolver';
import { AccountType } from '../account/account.type';
import { actorOfId } from '../actor/actor.reference';
import { ActorType } from '../actor/actor.type';
import type { HasAccounts } from '../account/account.context';
import { loadAll } from '../rows/loadAll';
import type { RequestContext } from '../rows/request';
import { asKnownAt, asKnownNow } from '../measure/known.rules';
import type { MeasureRecord } from '../measure/measure.record';
import { immovableKinds, type MeasureKind } from '../vocabulary/measureKinds';
import { readsFrozenAccounts } from '../scopes';
import { isOfTenant } from '../rows/tenancy';
import { FrozenAccountsArguments } from './frozenAccount.input';
import { type AccountTrace, type FrozenTrace, frozenTraces, keyOfTrace } from './frozenAccount.rules';
import { ActorLinkType, FrozenAccountConnection, FrozenAccountType, TraceType } from './frozenAccount.type';
import type { HasTracedAccounts } from './tracedAccount.context';

type FrozenAccountsContext = HasAccounts & HasTracedAccounts & RequestContext;

@Resolver(() => ActorType)
export class FrozenAccountsResolver {
  @FieldResolver(() => FrozenAccountConnection, {
    nullable: true,
    description:
      'The frozen, blocked, seized or forfeited accounts that the funds of the actor, or of an actor linked to it, reached. One row for an account and an actor, sorted by both.',
  })
  @Directive(
    '@requires(fields: "accountReach { traces { accountId actorId traceId assetIds possible } completeness }")',
  )
  @Directive(readsFrozenAccounts)
  @Directive('@cost(weight: 500)')
  async frozenAccounts(
    @Root() { id, accountReach }: ActorType,
    @Ctx() context: FrozenAccountsContext,
    @Args(() => FrozenAccountsArguments) given: FrozenAccountsArguments,
  ) {
    const { asOf, knownAt, first, after, includeOtherAssets } = given;
    const kinds = parseKinds(given.kinds ?? null);
    const page = readPageArguments(first, after);
    if (!accountReach) {
      throw new CordonError('REACH_UNKNOWN', `which accounts the funds of ${id} reached is not known`);
    }
    const { traces, completeness } = accountReach;
    const { measuresOf, unregistered } = await measuresOfTraced(traces, context, knownAt ?? null);
    const frozen = frozenTraces(traces, {
      measuresOf,
      at: asOf ?? context.now,
      kinds,
      includeOtherAssets,
    });
    const found = pageOfAll(frozen, keyOfTrace, page);
    const toNode = (trace: FrozenTrace): FrozenAccountType => ({
      ...trace,
      possible: trace.possible === true,
      askedId: id,
    });
    return {
      ...connectionOfPage(found, keyOfTrace, toNode, page.after),
      completeness: unregistered.length > 0 ? Completeness.BUDGET : completeness,
      unregistered: unregistered.slice(0, maxUnregistered),
    };
  }
}

function parseKinds(kinds: readonly MeasureKind[] | null): readonly MeasureKind[] {
  if (kinds === null) return immovableKinds;
  const others = kinds.filter((kind) => !immovableKinds.includes(kind));
  if (others.length === 0 && kinds.length > 0) return kinds;
  throw badUserInput(
    `kinds is [${kinds.join(', ')}]: name one or more of ${immovableKinds.join(', ')}, which hold an account`,
    { argument: 'kinds' },
  );
}

/** Named at most: they are a fault of the data, to be seen and mended, and not a list to be paged. */
const maxUnregistered = 100;

/**
 * Returns the measures of the traced accounts, read together with the accounts. An account that attribution names and that is unknown here would vanish from the answer as if it were
 * not frozen. So it is reported, and the answer is not complete. A partner is told only of accounts of its
 * own venue, as it may not know whether another venue's are here.
 */
async function measuresOfTraced(
  traces: readonly AccountTrace[],
  { tracedById, tenant }: FrozenAccountsContext,
  knownAt: Date | null,
) {
  const ids = [...new Set(traces.map(({ accountId }) => accountId))];
  const found = await loadAll(tracedById, ids);
  const known = (history: readonly MeasureRecord[]) =>
    knownAt ? asKnownAt(history, knownAt) : asKnownNow(history);
  const byAccount = new Map(
    found.map(({ account, measureHistory }, i) => [ids[i] ?? '', account ? known(measureHistory) : []]),
  );
  return {
    measuresOf: (accountId: string) => byAccount.get(accountId) ?? [],
    unregistered: ids.filter((id, i) => found[i]?.account === null && isOfTenant(id, tenant)).sort(),
  };
}

@Resolver(() => FrozenAccountType)
export class FrozenAccountResolver {
  @FieldResolver(() => AccountType, { description: 'The account.' })
  account(
    @Root() { accountId }: FrozenAccountType,
    @Ctx() context: FrozenAccountsContext,
  ): Promise<AccountRecord> {
    return knownAccount(accountId, context);
  }

  @FieldResolver(() => ActorType, { description: 'The linked actor whose funds reached it.' })
  actor(@Root() { actorId }: FrozenAccountType): ActorType {
    return actorOfId(actorId);
  }

  @FieldResolver(() => ActorLinkType, { description: 'The link of that actor to the one asked about.' })
  link(@Root() { askedId, actorId }: FrozenAccountType): ActorLinkType {
    return { fromId: askedId, toId: actorId };
  }

  @FieldResolver(() => TraceType, { description: 'The way that the funds took.' })
  trace(@Root() { traceId }: FrozenAccountType): TraceType {
    return { id: traceId };
  }
}
