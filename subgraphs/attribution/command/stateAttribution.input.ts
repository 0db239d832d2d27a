import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import type { AttributionRecord } from '../attribution/attribution.record';
import { Stance } from '../attribution/attribution.type';

@InputType({ description: 'What one of our own analysts says of a wallet.' })
export class StateAttributionInput {
  @Field(() => ID, {
    description:
      'Made up by the client, once for this statement: sent again with the same key, it is the same statement. ' +
      '1 to 100 letters, digits, dots, hyphens and underscores.',
  })
  readonly key!: string;

  @Field(() => String, { description: 'The address in any written form, or a CAIP-10 id.' })
  readonly wallet!: string;

  @Field(() => Stance, { description: 'ASSERTS or DISPUTES; to take back, use `retractAttribution`.' })
  readonly stance!: AttributionRecord['stance'];

  @Field(() => ID, {
    nullable: true,
    description: 'Whose it is, or is not, such as `ofac:27307`; or else a label.',
  })
  readonly actorId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the wallet or its owner is called: up to 500 characters.',
  })
  readonly label?: string | null;

  @Field(() => ID, { description: "What it rests on: GraphSense's confidence id, such as `forensic`." })
  readonly confidenceId!: string;

  @Field(() => String, { description: 'How you came to say so: 1 to 2,000 characters.' })
  readonly method!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day that it holds, where it is known.' })
  readonly heldFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day that it holds, where it is known.' })
  readonly heldTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the evidence can be read: an http or https URL.',
  })
  readonly evidenceUrl?: string | null;
}
