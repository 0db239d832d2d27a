import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { actsForLegal } from '../scopes';
import type { CommandContext } from './command.context';
import { operatorSource } from './operatorSource';
import { PlaceRetentionHoldInput } from './placeRetentionHold.input';
import { RecordedType } from './recorded.type';
import { heldOf } from './retentionHolds';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class PlaceRetentionHoldResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Places a hold: nothing of these accounts may be disposed of while it is there, however old.',
  })
  @Directive(actsForLegal)
  placeRetentionHold(
    @Ctx() context: CommandContext,
    @Arg('input', () => PlaceRetentionHoldInput, { description: 'On what, and why.' })
    { key, ...input }: PlaceRetentionHoldInput,
  ): Promise<Recorded> {
    const id = `hold:${randomUUID()}`;
    const { accounts, processes, reason } = input;
    return runCommand(context, {
      name: 'placeRetentionHold',
      key,
      input,
      async decide() {
        const from = context.now.toISOString();
        const hold = {
          id,
          from,
          to: null,
          ...(await heldOf(context, { accounts, processes: processes ?? [] })),
          reason,
          source: operatorSource,
        };
        return { type: 'RETENTION_HOLD_PLACED', id, payload: { retentionHolds: [hold] } };
      },
    });
  }
}
