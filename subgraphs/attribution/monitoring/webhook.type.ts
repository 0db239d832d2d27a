import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';
import type { DeliveryRecord, WebhookRecord } from './webhook.record';

@ObjectType('Webhook', { description: 'A place that alerts are sent to.', simpleResolvers: true })
export class WebhookType {
  @Field(() => ID, { description: 'The id for `unregisterWebhook` and `deliveries`.' })
  readonly id!: string;

  @Field(() => String, { description: 'The target URL of its calls.' })
  readonly url!: string;

  @Field(() => DateTimeScalar, { description: 'Since when: it is sent the alerts that came after.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The time of its end; null while it goes on.' })
  readonly endedAt!: Date | null;
}

export const webhookView = ({ _id: id, url, createdAt, endedAt }: WebhookRecord): WebhookType => ({
  id,
  url,
  createdAt,
  endedAt: endedAt ?? null,
});

@ObjectType('WebhookRegistration', {
  description: 'A webhook that was registered, with its secret.',
  simpleResolvers: true,
})
export class WebhookRegistration {
  @Field(() => WebhookType, { description: 'The webhook.' })
  readonly webhook!: WebhookType;

  @Field(() => String, { description: 'The key that signs its calls. It is shown only once.' })
  readonly secret!: string;
}

const DeliveryStatus = {
  PENDING: 'PENDING',
  DELIVERED: 'DELIVERED',
  GIVEN_UP: 'GIVEN_UP',
  CANCELLED: 'CANCELLED',
} as const satisfies { readonly [Status in DeliveryRecord['status']]: Status };

registerEnumType(DeliveryStatus, {
  name: 'DeliveryStatus',
  description: "The status of an alert's delivery to a webhook.",
  valuesConfig: {
    PENDING: { description: 'It was not received yet, so far as is known; it is tried again.' },
    DELIVERED: { description: 'The receiver answered with a 2xx status.' },
    GIVEN_UP: { description: 'It was tried for a day; `redeliver` tries again.' },
    CANCELLED: { description: 'The webhook was ended before it was received.' },
  },
});

@ObjectType('DeliveryAttempt', { description: 'One call to a webhook.', simpleResolvers: true })
class DeliveryAttempt {
  @Field(() => DateTimeScalar, { description: 'The time at which it began.' })
  readonly at!: Date;

  @Field(() => Int, { nullable: true, description: 'The HTTP status; null where there was no answer.' })
  readonly status!: number | null;

  @Field(() => String, { nullable: true, description: 'The reason why no answer came.' })
  readonly error!: string | null;
}

@ObjectType('Delivery', { description: 'An alert that is sent to a webhook.', simpleResolvers: true })
export class DeliveryType {
  @Field(() => ID, {
    description: 'The `Webhook-Id`, and `Cordon-Delivery-Id`: the same however often it is sent.',
  })
  readonly id!: string;

  @Field(() => ID, { description: 'The alert.' })
  readonly alertId!: string;

  @Field(() => DeliveryStatus, { description: 'The status.' })
  readonly status!: DeliveryRecord['status'];

  @Field(() => Int, { description: 'Number of calls made.' })
  readonly attempts!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The time of the next attempt; null without one.',
  })
  readonly nextAt!: Date | null;

  @Field(() => [DeliveryAttempt], { description: 'The last calls, the newest at the end.' })
  readonly log!: DeliveryAttempt[];
}

export const deliveryView = ({
  _id,
  alertId,
  status,
  attempts,
  nextAt,
  log,
}: DeliveryRecord): DeliveryType => ({
  id: _id,
  alertId,
  status,
  attempts,
  nextAt: status === 'PENDING' ? nextAt : null,
  log: log.map((attempt) => ({ ...attempt })),
});

export const WebhookConnection = defineConnection({
  name: 'Webhook',
  node: () => WebhookType,
  pageInfo: PageInfo,
  counted: false,
});

export const DeliveryConnection = defineConnection({
  name: 'Delivery',
  node: () => DeliveryType,
  pageInfo: PageInfo,
  counted: false,
});
