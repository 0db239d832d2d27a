import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { asKnownNow } from '../measure/known.rules';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { decideRestriction } from './flag.rules';
import { newMeasureId, onePersonAct } from './onePersonAct';
import { RecordedType } from './recorded.type';
import { RestrictAccountInput } from './restrictAccount.input';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class RestrictAccountResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Limits, until an expiry, what the owner of a flagged account can do.',
  })
  @Directive(proposes)
  restrictAccount(
    @Ctx() context: CommandContext,
    @Arg('input', () => RestrictAccountInput, { description: 'The account, the end, and the reason.' })
    { key, ...input }: RestrictAccountInput,
  ): Promise<Recorded> {
    const id = newMeasureId();
    return runCommand(context, {
      name: 'restrictAccount',
      key,
      input,
      about: [input.account],
      async decide() {
        const act = await onePersonAct(context, id, input);
        const measures = await context.stores.measures.byAccounts(context.tenant, [input.account]);
        const until = input.until ?? null;
        const restriction = decideRestriction(act, { until, onAccount: asKnownNow(measures) });
        return { type: 'MEASURE_TAKEN', id, payload: { measures: [restriction] } };
      },
    });
  }
}
