import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { Source } from '../vocabulary/valueTypes';
import type { OwnershipStatus as Status } from './ownership.rules';

const OwnershipStatus = { BLOCKED: 'BLOCKED', NOT_SHOWN: 'NOT_SHOWN', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(OwnershipStatus, {
  name: 'OwnershipStatus',
  description:
    'The result of the 50 percent rule (31 CFR 510.411), on the stakes that are known. Never a guess.',
  valuesConfig: {
    BLOCKED: { description: 'Blocked persons own half or more, in the aggregate, directly or indirectly.' },
    NOT_SHOWN: { description: 'On the stakes that are known, and with all that is open, they own less.' },
    UNKNOWN: {
      description: 'No stake is known, or what is open could make the half. Do not read it as "no".',
    },
  },
});

/** A direct stake, with the known facts about its owner. */
export interface OwnershipStakeFacts {
  readonly ownerId: string;
  readonly leastPercent: string;
  readonly mostPercent: string;
  readonly ownerStatus: Status;
  readonly ownerListed: boolean | null;
  readonly sources: readonly SourceFacts[];
}

@ObjectType('OwnershipStake', { description: 'A share that somebody owns directly.' })
export class OwnershipStakeType implements Omit<OwnershipStakeFacts, 'ownerId'> {
  @Field(() => String, {
    description: 'The least that it is, in percent: where sources differ, the smallest.',
  })
  readonly leastPercent!: string;

  @Field(() => String, { description: 'The most that it is, in percent.' })
  readonly mostPercent!: string;

  @Field(() => OwnershipStatus, { description: 'The result of the rule for the owner itself.' })
  readonly ownerStatus!: Status;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True where the owner is on OFAC's SDN list, false where it is not, whatever other lists say; null where no source decides.",
  })
  readonly ownerListed!: boolean | null;

  @Field(() => [Source], { description: 'On whose word.' })
  readonly sources!: readonly SourceFacts[];
}

export interface OwnershipFacts {
  readonly status: Status;
  readonly blockedPercent: string;
  readonly possiblePercent: string;
  readonly unaccountedPercent: string;
  readonly stakes: readonly OwnershipStakeFacts[];
}

@ObjectType('Ownership', {
  description:
    'The result of the 50 percent rule for an actor, with the sums that led there. A listing of its own is apart.',
})
export class OwnershipType implements OwnershipFacts {
  @Field(() => OwnershipStatus, { description: 'The result of the rule.' })
  readonly status!: Status;

  @Field(() => String, { description: 'The share that blocked persons certainly own, in percent, added up.' })
  readonly blockedPercent!: string;

  @Field(() => String, {
    description:
      'The maximum that they may own, with unaccounted shares and those of owners whose status is unknown.',
  })
  readonly possiblePercent!: string;

  @Field(() => String, { description: 'The share that no stake accounts for, in percent.' })
  readonly unaccountedPercent!: string;

  @Field(() => [OwnershipStakeType], { description: 'The direct stakes that were added up.' })
  readonly stakes!: readonly OwnershipStakeFacts[];
}
