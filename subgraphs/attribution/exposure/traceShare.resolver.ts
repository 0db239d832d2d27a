import { Ctx, Directive, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import type { HasExposures } from './exposure.context';
import { exposurePolicy } from './exposurePolicy';
import { readsAttribution } from '../scopes';
import { TraceType, type TraceView } from '../tracing/trace.type';
import { readTraceId } from '../tracing/traceId';

@Resolver(() => TraceType)
export class TraceShareResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'The haircut share of the actor in the funds that arrived, 0 to 1. It covers all that the last wallet received of the asset up to the last hop, over the transfers that are known now. Funds behind hubs, services and custodial wallets are not counted, so the true share may be higher. Null is not 0 but "not known": across a crossing, without a hop, or where the budget does not allow to examine all.',
  })
  @Directive(readsAttribution)
  async share(@Root() { id, to, hops }: TraceView, @Ctx() context: HasExposures): Promise<number | null> {
    const last = hops.at(-1);
    const facts = readTraceId(id);
    if (!last || !facts || hops.some(({ crossing }) => crossing !== null)) return null;
    return context.shareOf(facts.actorId, {
      walletId: to.id,
      asset: last.asset.id,
      until: last.at,
      maxHops: Math.max(exposurePolicy.defaultHops, hops.length),
    });
  }
}
