import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { ProposalRecord } from '../proposal/proposal.record';
import { ProposalType } from '../proposal/proposal.type';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { FreezeInput } from './freezeAccount.input';
import { draftOf, proposalOfId } from './proposeMeasure';
import { freezeInEmergency } from './proposing';

@Resolver()
export class EmergencyFreezeResolver {
  @Mutation(() => ProposalType, {
    nullable: true,
    description:
      'Freezes an account at once, by one person. It needs all that a freeze needs but the second person, and ends after ' +
      '24 hours unless one confirms it (`confirmEmergencyFreeze`).',
  })
  @Directive(proposes)
  async emergencyFreeze(
    @Ctx() context: CommandContext,
    @Arg('input', () => FreezeInput, { description: 'The account, and the basis.' })
    { key, ...input }: FreezeInput,
  ): Promise<ProposalRecord> {
    const given = { name: 'emergencyFreeze' as const, key, input };
    return proposalOfId(context, await freezeInEmergency(context, given, draftOf('FREEZE', input)));
  }
}
