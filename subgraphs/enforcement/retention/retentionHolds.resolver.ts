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
      "The retention holds, sorted by id. For the operator's own people: a partner sees none. What rests on a process " +
      'that the caller is not shown as a basis (`Measure.bases`) is neither shown nor counted.',
  })
  @Directive(readsEnforcement)
  async retentionHolds(
    @Ctx() { stores, tenant, knowledge, now }: HoldsContext,
    @Args(() => RetentionHoldsArguments) { first, after, account, inPlace }: RetentionHoldsArguments,
  ): Promise<Connection<RetentionHoldRecord>> {
    const page = readPageArguments(first, after);
    const withheldProcesses = await stores.processes.withheldFrom(knowledge);
    const query = { account: account ?? null, inPlace: inPlace ?? null, at: now, withheldProcesses };
    const found =
      tenant === null
        ? await stores.retentionHolds.page(query, page)
        : { rows: [], hasNextPage: false, totalCount: 0 };
    return connectionOfPage(
      found,
      (hold) => hold._id,
      (hold) => hold,
      page.after,
    );
  }
}
