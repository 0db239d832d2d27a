import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../../shared/scalars/dateTime';
import { defineConnection } from '../../../shared/subgraph/connectionType';
import { PageInfo } from '../vocabulary/valueTypes';
import type { ProposalRecord } from './proposal.record';
import type { ProposalState } from './proposalState.rules';

export const ProposalStateEnum = {
  PENDING: 'PENDING',
  APPROVED: 'APPROVED',
  REJECTED: 'REJECTED',
  EXPIRED: 'EXPIRED',
  LAPSED: 'LAPSED',
} as const satisfies { readonly [Name in ProposalState]: Name };
registerEnumType(ProposalStateEnum, {
  name: 'ProposalState',
  description: 'The state of a proposal.',
  valuesConfig: {
    PENDING: { description: 'It waits for a checker.' },
    APPROVED: { description: 'A checker approved it, or confirmed an emergency freeze: it was carried out.' },
    REJECTED: { description: 'A checker rejected it.' },
    EXPIRED: { description: 'No other person decided it in time: it cannot be decided any more.' },
    LAPSED: { description: 'An emergency freeze that nobody confirmed within 24 hours: it has ended.' },
  },
});

@ObjectType('Proposal', {
  description: 'A proposal of one person, or an emergency act, that another approves by its digest.',
})
export class ProposalType implements Pick<
  ProposalRecord,
  | 'command'
  | 'digest'
  | 'draft'
  | 'proposer'
  | 'proposedAt'
  | 'expires'
  | 'emergency'
  | 'measureId'
  | 'reason'
> {
  @Field(() => ID, { description: 'The proposal, unique within the deployment.', name: 'id' })
  readonly _id!: string;

  @Field(() => String, {
    description: 'The act: FREEZE, BLOCK, SEIZE, FORFEIT, RELEASE, TRANSFER or EMERGENCY_FREEZE.',
  })
  readonly command!: string;

  @Field(() => String, {
    description:
      'SHA-256, in hex, of the bytes of `draft` in UTF-8: what a checker approves is this and nothing else.',
  })
  readonly digest!: string;

  @Field(() => String, { description: 'The whole act, as canonical JSON (RFC 8785).' })
  readonly draft!: string;

  @Field(() => String, { description: 'The proposer: the subject of the token.' })
  readonly proposer!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The issuer (`iss`) of the token of `proposer`, within which that subject is unique; null where an earlier version ' +
      'did not record it.',
  })
  readonly proposerIssuer?: string | null;

  @Field(() => DateTimeScalar, { description: 'The time of the proposal.' })
  readonly proposedAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'From when on it cannot be decided any more; an emergency freeze ends then.',
  })
  readonly expires!: Date;

  @Field(() => Boolean, {
    description: 'True where it was done already, in an emergency, and waits to be confirmed.',
  })
  readonly emergency!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The measure that it makes, or ends; null for a transfer.',
  })
  readonly measureId?: string | null;

  @Field(() => String, { nullable: true, description: 'The decider: the subject of the token.' })
  readonly checker?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The issuer (`iss`) of the token of `checker`, as `proposerIssuer`.',
  })
  readonly checkerIssuer?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The time of the decision.' })
  readonly decidedAt?: Date | null;

  @Field(() => String, { nullable: true, description: "The checker's remark." })
  readonly reason?: string | null;
}

export const ProposalConnection = defineConnection({
  name: 'Proposal',
  node: () => ProposalType,
  pageInfo: PageInfo,
});
