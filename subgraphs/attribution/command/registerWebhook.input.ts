import { Field, InputType } from 'type-graphql';

@InputType({ description: 'The target of alerts.' })
export class RegisterWebhookInput {
  @Field(() => String, {
    description:
      'An https URL on the public internet; for the operator also http on this machine. Others where the deployment allows it.',
  })
  readonly url!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The key that signs its calls: 32 to 200 characters. Default: a new one in the form of Standard Webhooks (`whsec_…`).',
  })
  readonly secret?: string | null;
}
