import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import {
  type Connection,
  connectionOfPage,
  pageOfRead,
  readPageArguments,
} from '../../../shared/pagination/page';
import type { HasCrossings } from '../crossing/crossing.context';
import type { HasTransfers } from '../transfer/transfer.context';
import type { HasCaller } from '../vocabulary/hasCaller';
import type { HasMonitoring } from './monitoring.context';
import { readsAccounts } from '../scopes';
import { hopsAlong } from '../tracing/hopsAlong';
import { resolveTraceReference, type TraceContext } from '../tracing/trace.resolver';
import { HopType, TraceType, type TraceView } from '../tracing/trace.type';
import { AlertCauseType } from './alertCause.type';
import { AlertConnection, type AlertType, alertView } from './alert.type';
import { feedOf } from './feed.rules';
import { hopView, type HopView } from '../tracing/hop.view';

/** An alert's place as text that sorts as its number does: what a cursor holds. */
const placeOf = (number: number) => String(number).padStart(12, '0');

@Resolver()
export class AlertResolver {
  @Query(() => AlertConnection, {
    nullable: true,
    description:
      'The alerts of the operator, or of the calling partner, the oldest first unless `newestFirst` is set. A reader who goes on from the last cursor of the oldest first misses none: an alert never appears before one that was listed.',
  })
  @Directive(readsAccounts)
  async alerts(
    @Ctx() { tenant, stores }: HasCaller & HasMonitoring,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
    @Arg('newestFirst', () => Boolean, {
      defaultValue: false,
      description:
        'The newest first, for a page that is read by people; the pages after it go back in time, and do not show what comes later.',
    })
    newestFirst?: boolean,
  ): Promise<Connection<AlertType>> {
    const page = readPageArguments(first, after);
    if (page.after !== null && !/^\d{12}$/.test(page.after))
      throw badUserInput('after is not a cursor of an earlier page', { argument: 'after' });
    const { alerts } = stores.monitoring;
    const place = page.after === null ? null : Number(page.after);
    const read = newestFirst
      ? await alerts.before(feedOf(tenant), place, first + 1)
      : await alerts.after(feedOf(tenant), place ?? 0, first + 1);
    const found = pageOfRead(read, first, null);
    return connectionOfPage(found, ({ number }) => placeOf(number), alertView, page.after);
  }
}

/** Resolves the records that a cause names, where they are asked for. */
@Resolver(() => AlertCauseType)
export class AlertCauseResolver {
  @FieldResolver(() => [HopType], {
    description:
      'Transfers: a way of funds, first to last; then what the wallet received, or sent, since the evaluation before.',
  })
  async transfers(
    @Root() { seqs }: AlertCauseType,
    @Ctx() context: HasTransfers & HasCrossings,
  ): Promise<HopView[]> {
    const { hops, crossings } = await hopsAlong(seqs, context);
    return hops.map((movement, i) => {
      const before = hops[i - 1]?.toId ?? '';
      const payer = movement.payerIds.includes(before) ? before : movement.payerIds[0];
      return hopView(movement, payer ?? movement.toId, crossings[i] ?? null);
    });
  }

  @FieldResolver(() => TraceType, {
    nullable: true,
    description: "Of REACH: the path of the actor's funds to the account.",
  })
  async trace(@Root() { traceId }: AlertCauseType, @Ctx() context: TraceContext): Promise<TraceView | null> {
    return traceId ? resolveTraceReference({ id: traceId }, context) : null;
  }
}
