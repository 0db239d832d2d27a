import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import {
  type Connection,
  connectionOfPage,
  pageOfRead,
  readPageArguments,
} from '../../../shared/pagination/page';
import type { HasCaller } from '../vocabulary/hasCaller';
import { readsAccounts } from '../scopes';
import { feedOf } from './feed.rules';
import type { HasMonitoring } from './monitoring.context';
import { ownWebhook } from './ownWebhook';
import {
  DeliveryConnection,
  type DeliveryType,
  deliveryView,
  WebhookConnection,
  type WebhookType,
  webhookView,
} from './webhook.type';

@Resolver()
export class WebhookResolver {
  @Query(() => WebhookConnection, {
    nullable: true,
    description: 'The webhooks of the operator, or of the calling partner, ended ones too; by id.',
  })
  @Directive(readsAccounts)
  async webhooks(
    @Ctx() { tenant, stores }: HasCaller & HasMonitoring,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<WebhookType>> {
    const page = readPageArguments(first, after);
    const read = await stores.monitoring.webhooks.page(feedOf(tenant), page.after, first + 1);
    return connectionOfPage(pageOfRead(read, first, null), ({ _id }) => _id, webhookView, page.after);
  }

  @Query(() => DeliveryConnection, {
    nullable: true,
    description: 'The deliveries to a webhook, sent and due: the newest alerts first.',
  })
  @Directive(readsAccounts)
  async deliveries(
    @Ctx() context: HasCaller & HasMonitoring,
    @Arg('webhook', () => ID, { description: 'The webhook.' }) id: string,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Number of rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<DeliveryType>> {
    const page = readPageArguments(first, after);
    const webhook = await ownWebhook(id, context);
    const read = await context.stores.monitoring.deliveries.page(webhook._id, page.after, first + 1);
    return connectionOfPage(pageOfRead(read, first, null), ({ place }) => place, deliveryView, page.after);
  }
}
