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

/** Lists the retention holds, for those who may know of every process. */
@Resolver()
export class RetentionHoldsResolver {
  @Query(() => RetentionHoldConnection, {
    nullable: true,
    description:
      'The retention holds, sorted by id. For legal, approvers and auditors: null for all others. They could tell by an omitted one that it rests on a process that they may not know of.',
  })
  @Directive(readsEnforcement)
  async retentionHolds(
    @Ctx() { stores, tenant, knowledge, now }: HoldsContext,
    @Args(() => RetentionHoldsArguments) { first, after, ...filter }: RetentionHoldsArguments,
  ): Promise<Connection<RetentionHoldRecord> | null> {
    if (tenant !== null || !knowledge.restricted) return null;
    const page = readPageArguments(first, after);
    return connectionOfPage(
      await stores.retentionHolds.page({ ...filter, at: now }, page),
      (hold) => hold._id,
      (hold) => hold,
      page.after,
    );
  }
}
