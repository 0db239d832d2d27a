import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { ActorKind } from '../actor/actor.type';
import { PageInfo } from '../vocabulary/valueTypes';
import type { CustomerRecord, ScreeningState } from './customer.record';

export const CustomerScreeningState = {
  PENDING: 'PENDING',
  SCREENED: 'SCREENED',
  PROBLEM: 'PROBLEM',
} as const satisfies { readonly [State in ScreeningState]: State };

registerEnumType(CustomerScreeningState, {
  name: 'CustomerScreeningState',
  description: 'How far a customer is screened.',
  valuesConfig: {
    PENDING: {
      description: 'It is not screened as it is now. Its matches may be missing: it is never clear.',
    },
    SCREENED: { description: 'It is screened by all that is known of it.' },
    PROBLEM: { description: 'It is screened by less than all that is known of it; `problem` says why.' },
  },
});

@ObjectType('Customer', { description: 'A party that is watched against the lists in force.' })
export class CustomerType implements Pick<
  CustomerRecord,
  | 'ownId'
  | 'kind'
  | 'name'
  | 'aliases'
  | 'birthDate'
  | 'nationality'
  | 'identifiers'
  | 'revision'
  | 'recordedAt'
  | 'changedAt'
> {
  @Field(() => ID, { description: 'Its id: the owner and the owner’s own id, as `venue.north:c-17`.' })
  readonly id!: string;

  @Field(() => ID, { description: 'The id that its owner has for it.' })
  readonly ownId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The venue whose customer it is; null for the operator’s own.',
  })
  readonly venueId!: string | null;

  @Field(() => ActorKind, { description: 'Its kind; UNKNOWN is screened as all kinds.' })
  readonly kind!: CustomerRecord['kind'];

  @Field(() => String, { description: 'Its name, as it was given.' })
  readonly name!: string;

  @Field(() => [String], { description: 'Its other names, as they were given.' })
  readonly aliases!: string[];

  @Field(() => String, { nullable: true, description: 'YYYY, YYYY-MM or YYYY-MM-DD.' })
  readonly birthDate!: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  readonly nationality!: string | null;

  @Field(() => [String], { description: 'Numbers of passports, registers, ships and the like.' })
  readonly identifiers!: string[];

  @Field(() => Int, { description: '1, 2, 3, …: grows with each change of the facts above.' })
  readonly revision!: number;

  @Field(() => DateTimeScalar, { description: 'The time at which it was first recorded.' })
  readonly recordedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'The time of the last change of its facts.' })
  readonly changedAt!: Date;

  @Field(() => CustomerScreeningState, { description: 'How far it is screened.' })
  readonly state!: ScreeningState;

  @Field(() => String, {
    nullable: true,
    description: 'What keeps some of it from being screened; null without a problem.',
  })
  readonly problem!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The time at which all of it was last screened; null where it never was.',
  })
  readonly screenedAt!: Date | null;
}

export const customerView = (customer: CustomerRecord): CustomerType => ({
  id: customer._id,
  ownId: customer.ownId,
  venueId: customer.tenant ?? null,
  kind: customer.kind,
  name: customer.name,
  aliases: [...customer.aliases],
  birthDate: customer.birthDate ?? null,
  nationality: customer.nationality ?? null,
  identifiers: [...customer.identifiers],
  revision: customer.revision,
  recordedAt: customer.recordedAt,
  changedAt: customer.changedAt,
  state: customer.state,
  problem: customer.problem ?? null,
  screenedAt: customer.screenedAt ?? null,
});

export const CustomerConnection = defineConnection({
  name: 'Customer',
  node: () => CustomerType,
  pageInfo: PageInfo,
});
