import { ArgsType, Field } from 'type-graphql';
import { PageOnlyArguments } from '../rows/page.input';
import type { ProposalState } from './proposalState.rules';
import { ProposalStateEnum } from './proposal.type';

@ArgsType()
export class ProposalsArguments extends PageOnlyArguments {
  @Field(() => ProposalStateEnum, { nullable: true, description: 'Only those in this state now.' })
  readonly state?: ProposalState | null;
}
