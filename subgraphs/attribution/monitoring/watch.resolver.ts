import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import {
  type Connection,
  connectionOfPage,
  pageOfRead,
  readPageArguments,
} from '../../../shared/pagination/page';
import type { HasCaller } from '../vocabulary/hasCaller';
import type { HasMonitoring } from './monitoring.context';
import { readsAccounts } from '../scopes';
import { feedOf } from './feed.rules';
import { WatchConnection, type WatchType, watchView } from './watch.type';

@Resolver()
export class WatchResolver {
  @Query(() => WatchConnection, {
    nullable: true,
    description: 'The watches of the operator, or of the calling partner, ended ones too; by id.',
  })
  @Directive(readsAccounts)
  async watches(
    @Ctx() { tenant, stores }: HasCaller & HasMonitoring,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<WatchType>> {
    const page = readPageArguments(first, after);
    const read = await stores.monitoring.watches.page(feedOf(tenant), page.after, first + 1);
    return connectionOfPage(pageOfRead(read, first, null), ({ _id }) => _id, watchView, page.after);
  }
}
