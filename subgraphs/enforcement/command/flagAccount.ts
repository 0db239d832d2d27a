import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import { loadAll } from '../rows/loadAll';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { decideFlag } from './flag.rules';
import { FlagAccountInput } from './flagAccount.input';
import { newMeasureId, onePersonAct } from './onePersonAct';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class FlagAccountResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Marks an account for a look, by a claim or a rule.',
  })
  @Directive(proposes)
  flagAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => FlagAccountInput, { description: 'The account, and the cause.' })
    { key, ...input }: FlagAccountInput,
  ): Promise<Recorded> {
    const id = newMeasureId();
    return runCommand(context, {
      name: 'flagAccount',
      key,
      input,
      about: [input.account],
      async decide() {
        const act = await onePersonAct(context, id, input);
        const claimIds = input.claims ?? [];
        const known = await loadAll(context.claimById, claimIds);
        const missing = claimIds.find((_, i) => !known[i]);
        if (missing !== undefined) {
          throw new CordonError('UNKNOWN_ENTITY', `there is no claim ${JSON.stringify(missing)}`);
        }
        const measures = [decideFlag(act, { claimIds, rule: input.rule ?? null })];
        return { type: 'MEASURE_TAKEN', id, payload: { measures } };
      },
    });
  }
}
