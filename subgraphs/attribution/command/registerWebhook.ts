import { randomBytes, randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import { feedOf } from '../monitoring/feed.rules';
import type { HasMonitoring } from '../monitoring/monitoring.context';
import { monitoringPolicy } from '../monitoring/monitoringPolicy';
import { secretProblem, standardSecret } from '../monitoring/signature.rules';
import { WebhookRegistration, webhookView } from '../monitoring/webhook.type';
import { targetProblem } from '../monitoring/webhookTarget.rules';
import { setsUpMonitoring } from '../scopes';
import type { HasCaller } from '../vocabulary/hasCaller';
import { RegisterWebhookInput } from './registerWebhook.input';

@Resolver()
export class RegisterWebhookResolver {
  @Mutation(() => WebhookRegistration, {
    nullable: true,
    description:
      'Sends all alerts from now on to a URL, signed (docs/concepts/monitoring.md), until it is unregistered.',
  })
  @Directive(setsUpMonitoring)
  async registerWebhook(
    @Ctx() { caller, tenant, stores }: HasCaller & HasMonitoring,
    @Arg('input', () => RegisterWebhookInput, { description: 'The target, and the signing key.' })
    input: RegisterWebhookInput,
  ): Promise<WebhookRegistration> {
    const { webhooks, alerts, allowedTo } = stores.monitoring;
    const feed = feedOf(tenant);
    const problem = targetProblem(input.url, allowedTo(feed));
    if (problem) throw badUserInput(`url: ${problem}`, { argument: 'input.url' });
    const secret = input.secret ?? standardSecret(randomBytes(32));
    const weakness = secretProblem(secret);
    if (weakness) throw badUserInput(`secret: ${weakness}`, { argument: 'input.secret' });
    if ((await webhooks.countActive(feed)) >= monitoringPolicy.maxWebhooks)
      throw new CordonError(
        'MONITORING_LIMIT',
        `there are ${monitoringPolicy.maxWebhooks} webhooks: end some`,
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
}
