import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { actsForLegal } from '../scopes';
import type { CommandContext } from './command.context';
import { LiftRetentionHoldInput } from './liftRetentionHold.input';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';
import { holdInForce } from './retentionHolds';

@Resolver()
export class LiftRetentionHoldResolver {
  @Mutation(() => RecordedType, { nullable: true, description: 'Lifts a retention hold; others stay.' })
  @Directive(actsForLegal)
  liftRetentionHold(
    @Ctx() context: CommandContext,
    @Arg('input', () => LiftRetentionHoldInput, { description: 'The hold, and the reason.' })
    { key, ...input }: LiftRetentionHoldInput,
  ): Promise<Recorded> {
    const { hold: id, reason } = input;
    return runCommand(context, {
      name: 'liftRetentionHold',
      key,
      input,
      async decide() {
        const [hold] = await context.stores.retentionHolds.byIds([id]);
        if (!hold)
          throw new CordonError('UNKNOWN_ENTITY', `there is no retention hold ${JSON.stringify(id)}`);
        const lifted = { ...holdInForce(hold), to: context.now.toISOString() };
        return { type: 'RETENTION_HOLD_LIFTED', id, payload: { retentionHolds: [lifted], reason } };
      },
    });
  }
}
