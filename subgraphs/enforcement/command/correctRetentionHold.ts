import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { actsForLegal } from '../scopes';
import type { CommandContext } from './command.context';
import { CorrectRetentionHoldInput } from './correctRetentionHold.input';
import { requireRecordedBy } from './correction.rules';
import { RecordedType } from './recorded.type';
import { heldOf, holdInForce } from './retentionHolds';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class CorrectRetentionHoldResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Corrects a retention hold that is in place, naming the event that recorded it: no account is without it in between.',
  })
  @Directive(actsForLegal)
  correctRetentionHold(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectRetentionHoldInput, { description: 'The mistake, and the corrected facts.' })
    { key, ...input }: CorrectRetentionHoldInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctRetentionHold',
      key,
      input,
      async decide() {
        const [row] = await context.stores.retentionHolds.byIds([id]);
        requireRecordedBy(row, event, id);
        const before = holdInForce(row);
        const processes = input.processes ?? before.processIds;
        const held = await heldOf(context, { accounts: input.accounts, processes });
        const hold = { ...before, ...held, reason: input.holdReason ?? before.reason };
        return { type: 'CORRECTED', id, payload: { retentionHolds: [hold], corrects: event, reason } };
      },
    });
  }
}
