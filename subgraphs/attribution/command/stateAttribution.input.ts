import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../shared/scalars/date';
import type { AttributionRecord } from '../attribution/attribution.record';
import { Stance } from '../attribution/attribution.type';

@InputType({ description: 'A statement of one of our own analysts about a wallet.' })
export class StateAttributionInput {
  @Field(() => ID, {
    description:
      'Made up by the client, once for this statement: sent again with the same key, it is the same statement. ' +
      '1 to 100 letters, digits, dots, hyphens and underscores.',
  })
  readonly key!: string;

  @Field(() => String, { description: 'The address in any written form, or a CAIP-10 id.' })
  readonly wallet!: string;

  @Field(() => Stance, { description: 'ASSERTS or DISPUTES; to retract, use `retractAttribution`.' })
  readonly stance!: AttributionRecord['stance'];

  @Field(() => ID, {
    nullable: true,
    description: 'The owner that is asserted or denied, such as `ofac:27307`; or else give a label.',
  })
  readonly actorId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the wallet or its owner: up to 500 characters.',
  })
  readonly label?: string | null;

  @Field(() => ID, { description: "The basis: GraphSense's confidence id, such as `forensic`." })
  readonly confidenceId!: string;

  @Field(() => String, { description: 'The method of the analyst: 1 to 2,000 characters.' })
  readonly method!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day that it holds, where it is known.' })
  readonly heldFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day that it holds, where it is known.' })
  readonly heldTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The URL of the evidence (http or https).',
  })
  readonly evidenceUrl?: string | null;
}
