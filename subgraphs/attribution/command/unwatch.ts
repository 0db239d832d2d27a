import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import { feedOf, unknownEntity } from '../monitoring/feed.rules';
import type { HasMonitoring } from '../monitoring/monitoring.context';
import { WatchType, watchView } from '../monitoring/watch.type';
import { setsUpMonitoring } from '../scopes';
import type { HasCaller } from '../vocabulary/hasCaller';

@Resolver()
export class UnwatchResolver {
  @Mutation(() => WatchType, {
    nullable: true,
    description: 'Ends a watch. It stays, with its alerts, and is not evaluated any more.',
  })
  @Directive(setsUpMonitoring)
  async unwatch(
    @Ctx() { tenant, stores, now }: HasCaller & HasMonitoring,
    @Arg('id', () => ID, { description: 'The watch.' }) id: string,
  ): Promise<WatchType> {
    const { watches } = stores.monitoring;
    const feed = feedOf(tenant);
    await watches.end(id, feed, now);
    const ended = await watches.byId(id, feed);
    if (!ended) throw unknownEntity('watch', id);
    return watchView(ended);
  }
}
