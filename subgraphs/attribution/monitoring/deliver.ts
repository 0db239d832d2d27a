import type { Logger } from '../../../shared/logger/logger';
import { maxPageSize } from '../../../shared/pagination/page';
import { alertMessage } from './alertMessage';
import type { AlertStore } from './alert.store';
import type { DeliveryStore } from './delivery.store';
import type { AlertPost } from './postAlert';
import { afterAttempt } from './retry.rules';
import type { DeliveryRecord, WebhookRecord } from './webhook.record';
import type { WebhookStore } from './webhook.store';
import type { AllowedTargets } from './webhookTarget.rules';

export interface DeliveryParts {
  readonly webhooks: WebhookStore;
  readonly deliveries: DeliveryStore;
  readonly alerts: AlertStore;
  readonly post: AlertPost;
  /** Returns the networks that the webhooks of a feed may reach. */
  readonly allowedTo: (feed: string) => AllowedTargets;
  readonly logger: Logger;
}

/** Sends alerts to webhooks: each webhook's one after the other, so that one that hangs keeps no other waiting. */
export class Deliverer {
  private readonly busy = new Map<string, Promise<void>>();
  private readonly ending = new AbortController();

  constructor(private readonly parts: DeliveryParts) {}

  /** Begins what is due. Does not wait for the calls. */
  async run(goOn: () => Promise<boolean>): Promise<void> {
    for (const webhook of await this.parts.webhooks.active()) {
      if (this.ending.signal.aborted) return;
      await this.plan(webhook);
      if (this.busy.has(webhook._id)) continue;
      const sending = this.sendDue(webhook, goOn)
        .catch((error: unknown) => {
          if (!this.ending.signal.aborted)
            this.parts.logger.warn({ err: error, webhook: webhook._id }, 'could not deliver alerts');
        })
        .finally(() => this.busy.delete(webhook._id));
      this.busy.set(webhook._id, sending);
    }
  }

  /** Breaks off the calls under way, and begins no more: they are made again, under the same ids. */
  stop(): void {
    this.ending.abort();
  }

  /** To be called when it is stopped and no `run` is under way. */
  async close(): Promise<void> {
    await Promise.all(this.busy.values());
    await this.parts.post.close();
  }

  /** A delivery for each alert after the webhook's cursor; the cursor follows when they are stored. */
  private async plan(webhook: WebhookRecord): Promise<void> {
    const { alerts, deliveries, webhooks } = this.parts;
    const fresh = await alerts.after(webhook.feed, webhook.cursor, maxPageSize);
    const last = fresh.at(-1);
    if (!last) return;
    await deliveries.plan(webhook, fresh, new Date());
    // One that was ended meanwhile has cancelled what there was before: nothing is sent to it any more.
    if (!(await webhooks.isActive(webhook._id))) await deliveries.cancel(webhook._id);
    await webhooks.advance(webhook._id, last.number);
  }

  private async sendDue(webhook: WebhookRecord, goOn: () => Promise<boolean>): Promise<void> {
    for (const delivery of await this.parts.deliveries.due(webhook._id, new Date())) {
      if (this.ending.signal.aborted || !(await goOn())) return;
      if (!(await this.parts.webhooks.isActive(webhook._id))) return;
      await this.sendOne(webhook, delivery);
    }
  }

  private async sendOne(webhook: WebhookRecord, delivery: DeliveryRecord): Promise<void> {
    const { alerts, deliveries, post, allowedTo } = this.parts;
    const alert = await alerts.byId(delivery.alertId);
    if (!alert) throw new Error(`the alert ${delivery.alertId} of a delivery is missing`);
    const { url, secret, feed } = webhook;
    const body = JSON.stringify(alertMessage(delivery._id, alert));
    const call = { url, secret, deliveryId: delivery._id, body, allowed: allowedTo(feed) };
    const attempt = await post.send(call, this.ending.signal);
    await deliveries.note(delivery, attempt, afterAttempt(delivery, attempt, Math.random()));
  }
}
