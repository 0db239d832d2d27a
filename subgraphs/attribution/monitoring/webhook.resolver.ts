import { randomBytes, randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
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
import { RegisterWebhookInput } from './webhook.input';
import {
  DeliveryConnection,
  DeliveryType,
  deliveryView,
  WebhookConnection,
  WebhookRegistration,
  WebhookType,
  webhookView,
} from './webhook.type';
import { targetRefusal } from './webhookTarget.rules';

@Resolver()
export class WebhookResolver {
  @Mutation(() => WebhookRegistration, {
    nullable: true,
    description:
      'Sends all alerts from now on to a URL, signed (docs/monitoring.md), until it is unregistered.',
  })
  @Directive(setsUpMonitoring)
  async registerWebhook(
    @Ctx() { caller, tenant, stores }: AttributionContext,
    @Arg('input', () => RegisterWebhookInput, { description: 'Where, and signed with what.' })
    input: RegisterWebhookInput,
  ): Promise<WebhookRegistration> {
    const { webhooks, alerts, allowedTo } = stores.monitoring;
    const feed = feedOf(tenant);
    const refusal = targetRefusal(input.url, allowedTo(feed));
    if (refusal) throw badUserInput(`url: ${refusal}`, { argument: 'input.url' });
    const secret = input.secret ?? randomBytes(32).toString('base64url');
    if (secret.length < 32 || secret.length > 200)
      throw badUserInput('secret: 32 to 200 characters are needed', { argument: 'input.secret' });
    if ((await webhooks.countActive(feed)) >= monitoringPolicy.mostWebhooks)
      throw new CordonError(
        'MONITORING_LIMIT',
        `there are ${monitoringPolicy.mostWebhooks} webhooks: end some`,
      );
    const webhook = {
      _id: randomUUID(),
      feed,
      url: input.url,
      secret,
      createdAt: new Date(),
      createdBy: caller.subject,
      endedAt: null,
      cursor: await alerts.lastNumber(feed),
    };
    await webhooks.add(webhook);
    return { webhook: webhookView(webhook), secret };
  }

  @Mutation(() => WebhookType, {
    nullable: true,
    description: 'Ends a webhook: nothing is sent to it any more. What was sent stays in its log.',
  })
  @Directive(setsUpMonitoring)
  async unregisterWebhook(
    @Ctx() context: AttributionContext,
    @Arg('id', () => ID, { description: 'The webhook.' }) id: string,
  ): Promise<WebhookType> {
    const { webhooks, deliveries } = context.stores.monitoring;
    const webhook = await ownWebhook(id, context);
    await webhooks.end(id, webhook.feed, new Date());
    await deliveries.cancel(id);
    return webhookView(await ownWebhook(id, context));
  }

  @Mutation(() => DeliveryType, {
    nullable: true,
    description: 'Sends an alert to a webhook again, under the same id, whatever became of it before.',
  })
  @Directive(setsUpMonitoring)
  async redeliver(
    @Ctx() context: AttributionContext,
    @Arg('id', () => ID, { description: 'The delivery.' }) id: string,
  ): Promise<DeliveryType> {
    const { deliveries } = context.stores.monitoring;
    const delivery = await deliveries.byId(id);
    if (!delivery) throw unknownEntity('delivery', id);
    const webhook = await ownWebhook(delivery.webhookId, context, () => unknownEntity('delivery', id));
    if (webhook.endedAt) throw unknownEntity('webhook', webhook._id);
    await deliveries.again(delivery, new Date());
    return deliveryView((await deliveries.byId(id)) ?? delivery);
  }

  @Query(() => WebhookConnection, {
    nullable: true,
    description: 'The webhooks of the house, or of the partner who asks, ended ones too; by id.',
  })
  @Directive(readsAccounts)
  async webhooks(
    @Ctx() { tenant, stores }: AttributionContext,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<WebhookType>> {
    const page = readPageArguments(first, after);
    const read = await stores.monitoring.webhooks.page(feedOf(tenant), page.after, first + 1);
    return connectionOfPage(pageOfRead(read, first, null), ({ _id }) => _id, webhookView, page.after);
  }

  @Query(() => DeliveryConnection, {
    nullable: true,
    description: 'What was sent, and is to be sent, to a webhook: the newest alerts first.',
  })
  @Directive(readsAccounts)
  async deliveries(
    @Ctx() context: AttributionContext,
    @Arg('webhook', () => ID, { description: 'The webhook.' }) id: string,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many rows: 1 to 200.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' })
    after?: string | null,
  ): Promise<Connection<DeliveryType>> {
    const page = readPageArguments(first, after);
    const webhook = await ownWebhook(id, context);
    const read = await context.stores.monitoring.deliveries.page(webhook._id, page.after, first + 1);
    return connectionOfPage(pageOfRead(read, first, null), ({ place }) => place, deliveryView, page.after);
  }
}

/** A webhook of who asks; another's is not there. */
async function ownWebhook(
  id: string,
  { tenant, stores }: AttributionContext,
  unknown = () => unknownEntity('webhook', id),
) {
  const webhook = await stores.monitoring.webhooks.byId(id, feedOf(tenant));
  if (!webhook) throw unknown();
  return webhook;
}
