import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import { unknownEntity } from '../monitoring/feed.rules';
import type { HasMonitoring } from '../monitoring/monitoring.context';
import { ownWebhook } from '../monitoring/ownWebhook';
import { DeliveryType, deliveryView } from '../monitoring/webhook.type';
import { setsUpMonitoring } from '../scopes';
import type { HasCaller } from '../vocabulary/hasCaller';

@Resolver()
export class RedeliverResolver {
  @Mutation(() => DeliveryType, {
    nullable: true,
    description: 'Sends an alert to a webhook again, under the same id, whatever its status.',
  })
  @Directive(setsUpMonitoring)
  async redeliver(
    @Ctx() context: HasCaller & HasMonitoring,
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
}
