import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { type Connection, connectionOfPage, readPageArguments } from '../../../shared/pagination/page';
import type { HasLegalProcesses } from '../legalProcess/legalProcess.context';
import type { RequestContext } from '../rows/request';
import { readsEnforcement } from '../scopes';
import type { HasRetentionHolds } from './retention.context';
import { RetentionHoldsArguments } from './retentionHold.input';
import type { RetentionHoldRecord } from './retentionHold.record';
import { RetentionHoldConnection } from './retentionHold.type';

type HoldsContext = HasRetentionHolds & HasLegalProcesses & RequestContext;

/** The list of retention holds. */
@Resolver()
export class RetentionHoldsResolver {
  @Query(() => RetentionHoldConnection, {
    nullable: true,
    description:
      'The retention holds, sorted by id. For legal, approvers and auditors: null for all others, who could tell by one ' +
      'that is left out that it rests on a process that they may not know of.',
  })
  @Directive(readsEnforcement)
  async retentionHolds(
    @Ctx() { stores, tenant, knowledge, now }: HoldsContext,
    @Args(() => RetentionHoldsArguments) { first, after, account, inPlace }: RetentionHoldsArguments,
  ): Promise<Connection<RetentionHoldRecord> | null> {
    if (tenant !== null || !knowledge.restricted) return null;
    const page = readPageArguments(first, after);
    const query = { account: account ?? null, inPlace: inPlace ?? null, at: now };
    return connectionOfPage(
      await stores.retentionHolds.page(query, page),
      (hold) => hold._id,
      (hold) => hold,
      page.after,
    );
  }
}
