import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { HoldingFact } from '../holding/holding.facts';
import { holdingId } from '../holding/holding.projection';
import { registers } from '../scopes';
import type { CommandContext } from './command.context';
import { base, stateOf, placeOf } from './holdingState';
import { requireAmounts } from './movements.rules';
import { RecordedType } from './recorded.type';
import { RegisterHoldingInput } from './registerHolding.input';
import { type Recorded, runCommand } from './runCommand';
import { unknownAmounts } from '../holding/holding.rules';

@Resolver()
export class RegisterHoldingResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Registers that an account has something of an asset.',
  })
  @Directive(registers)
  registerHolding(
    @Ctx() context: CommandContext,
    @Arg('input', () => RegisterHoldingInput, { description: 'The holding.' })
    { key, ...input }: RegisterHoldingInput,
  ): Promise<Recorded> {
    const id = holdingId({ accountId: input.account, asset: input.asset });
    return runCommand(context, {
      name: 'registerHolding',
      key,
      input,
      about: [input.account],
      async decide() {
        const { account, holding } = await stateOf(context, input);
        if (holding) {
          throw new CordonError('ALREADY_REGISTERED', `${id} is registered already: observe its amounts`);
        }
        const amounts: HoldingFact['amounts'] = {
          ...unknownAmounts,
          frozen: base(input.frozen),
          inflow: base(input.inflow),
          held: base(input.held),
        };
        requireAmounts(account._id, input.asset, amounts);
        return {
          type: 'HOLDING_REGISTERED',
          id,
          payload: { holdings: [{ ...placeOf(account, input), amounts }] },
        };
      },
    });
  }
}
