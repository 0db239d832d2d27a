import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { HasMonitoring } from '../monitoring/monitoring.context';
import { monitoringPolicy } from '../monitoring/monitoringPolicy';
import { WatchType, watchView } from '../monitoring/watch.type';
import { setsUpMonitoring } from '../scopes';
import type { HasCaller } from '../vocabulary/hasCaller';
import { WatchInput } from './watch.input';
import { checkSameWatch, watchAsked } from './watch.rules';

@Resolver()
export class WatchCommandResolver {
  @Mutation(() => WatchType, {
    nullable: true,
    description:
      'Saves a subject. Its state now is the baseline; every later change is an alert. A partner may watch wallets and its own accounts, and sees only its own watches and alerts.',
  })
  @Directive(setsUpMonitoring)
  async watch(
    @Ctx() { caller, tenant, stores, now }: HasCaller & HasMonitoring,
    @Arg('input', () => WatchInput, { description: 'The subject to watch.' }) input: WatchInput,
  ): Promise<WatchType> {
    const { watches, takeBaseline } = stores.monitoring;
    const asked = watchAsked(input, { tenant, caller, now });
    const there = await watches.byId(asked._id, asked.feed);
    if (there) {
      checkSameWatch(there, asked);
      return watchView(there);
    }
    if ((await watches.countActive(asked.feed)) >= monitoringPolicy.maxWatches)
      throw new CordonError('MONITORING_LIMIT', `there are ${monitoringPolicy.maxWatches} watches: end some`);
    const fresh = { ...asked, ...(await takeBaseline(asked)) };
    const before = await watches.add(fresh);
    if (before) checkSameWatch(before, asked);
    return watchView(before ?? fresh);
  }
}
