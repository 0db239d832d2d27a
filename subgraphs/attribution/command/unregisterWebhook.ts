import { Arg, Ctx, Directive, ID, Mutation, Resolver } from 'type-graphql';
import type { HasMonitoring } from '../monitoring/monitoring.context';
import { ownWebhook } from '../monitoring/ownWebhook';
import { WebhookType, webhookView } from '../monitoring/webhook.type';
import { setsUpMonitoring } from '../scopes';
import type { HasCaller } from '../vocabulary/hasCaller';

@Resolver()
export class UnregisterWebhookResolver {
  @Mutation(() => WebhookType, {
    nullable: true,
    description: 'Ends a webhook: nothing is sent to it any more. Earlier deliveries stay in its log.',
  })
  @Directive(setsUpMonitoring)
  async unregisterWebhook(
    @Ctx() context: HasCaller & HasMonitoring,
    @Arg('id', () => ID, { description: 'The webhook.' }) id: string,
  ): Promise<WebhookType> {
    const { webhooks, deliveries } = context.stores.monitoring;
    const webhook = await ownWebhook(id, context);
    await webhooks.end(id, webhook.feed, new Date());
    await deliveries.cancel(id);
    return webhookView(await ownWebhook(id, context));
  }
}
