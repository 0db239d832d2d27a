import { Arg, Ctx, Directive, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import {
  type Connection,
  connectionOfPage,
  pageOfRead,
  readPageArguments,
} from '../../../shared/pagination/page';
import type { AttributionContext } from '../context';
import { readsAccounts, setsUpMonitoring } from '../scopes';
import { feedOf, unknownEntity } from './feed.rules';
import { monitoringPolicy } from './monitoringPolicy';
import { WatchInput } from './watch.input';
import { checkSameWatch, watchAsked } from './watch.rules';
import { WatchConnection, WatchType, watchView } from './watch.type';

@Resolver()
export class WatchResolver {
  @Mutation(() => WatchType, {
    nullable: true,
    description:
      'Saves a subject. What is so of it now is the beginning; whatever changes from then on is an alert. A partner may ' +
      'watch wallets and its own accounts, and sees its own watches and alerts alone.',
  })
  @Directive(setsUpMonitoring)
  async watch(
    @Ctx() { caller, tenant, stores, now }: AttributionContext,
    @Arg('input', () => WatchInput, { description: 'What is watched.' }) input: WatchInput,
  ): Promise<WatchType> {
    const { watches, firstLook } = stores.monitoring;
    const asked = watchAsked(input, { tenant, caller, now });
    const there = await watches.byId(asked._id, asked.feed);
    if (there) {
      checkSameWatch(there, asked);
      return watchView(there);
    }
    if ((await watches.countActive(asked.feed)) >= monitoringPolicy.mostWatches)
      throw new CordonError(
        'MONITORING_LIMIT',
        `there are ${monitoringPolicy.mostWatches} watches: end some`,
      );
    const fresh = { ...asked, ...(await firstLook(asked)) };
    const before = await watches.add(fresh);
    if (before) checkSameWatch(before, asked);
    return watchView(before ?? fresh);
  }

  @Mutation(() => WatchType, {
    nullable: true,
    description: 'Ends a watch. It stays, with its alerts, and is not evaluated any more.',
  })
  @Directive(setsUpMonitoring)
  async unwatch(
    @Ctx() { tenant, stores, now }: AttributionContext,
    @Arg('id', () => ID, { description: 'The watch.' }) id: string,
  ): Promise<WatchType> {
    const { watches } = stores.monitoring;
    const feed = feedOf(tenant);
    await watches.end(id, feed, now);
    const ended = await watches.byId(id, feed);
    if (!ended) throw unknownEntity('watch', id);
    return watchView(ended);
  }

  @Query(() => WatchConnection, {
    nullable: true,
    description: 'The watches of the house, or of the partner who asks, ended ones too; by id.',
  })
  @Directive(readsAccounts)
  async watches(
    @Ctx() { tenant, stores }: AttributionContext,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<WatchType>> {
    const page = readPageArguments(first, after);
    const read = await stores.monitoring.watches.page(feedOf(tenant), page.after, first + 1);
    return connectionOfPage(pageOfRead(read, first, null), ({ _id }) => _id, watchView, page.after);
  }
}
