import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { recoveryOf } from './publicFacts';
import { RecordRecoveryInput } from './recordRecovery.input';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class RecordRecoveryResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Records a recovery, on the word of a source.',
  })
  @Directive(proposes)
  recordRecovery(
    @Ctx() context: CommandContext,
    @Arg('input', () => RecordRecoveryInput, { description: 'The recovery.' })
    { key, ...input }: RecordRecoveryInput,
  ): Promise<Recorded> {
    const id = `recovery:${randomUUID()}`;
    return runCommand(context, {
      name: 'recordRecovery',
      key,
      input,
      async decide() {
        const recoveries = [await recoveryOf(context, id, input)];
        return { type: 'RECOVERY_RECORDED', id, payload: { recoveries } };
      },
    });
  }
}
