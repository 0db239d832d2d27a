import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { holdingId } from '../holding/holding.projection';
import { observe, unknownAmounts } from '../holding/holding.rules';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { base, stateOf, placeOf } from './holdingState';
import { requireAmounts } from './movements.rules';
import { ObserveAmountInput } from './observeAmount.input';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class ObserveAmountResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Records what somebody observed of a holding.',
  })
  @Directive(proposes)
  observeAmount(
    @Ctx() context: CommandContext,
    @Arg('input', () => ObserveAmountInput, { description: 'The observation.' })
    { key, ...input }: ObserveAmountInput,
  ): Promise<Recorded> {
    const { asset, column } = input;
    return runCommand(context, {
      name: 'observeAmount',
      key,
      input,
      about: [input.account],
      async decide() {
        const { account, holding } = await stateOf(context, input);
        const amount = base(input.amount) ?? '0';
        requireAmounts(account._id, asset, observe(holding ?? unknownAmounts, { column, amount }));
        const observations = [{ ...placeOf(account, input), column, amount }];
        return {
          type: 'AMOUNT_OBSERVED',
          id: holdingId({ accountId: account._id, asset }),
          payload: { observations },
        };
      },
    });
  }
}
