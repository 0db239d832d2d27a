import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { holdingId } from '../holding/holding.projection';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { stateOf } from './holdingState';
import { movements } from './movements.rules';
import { RecordInflowInput } from './recordInflow.input';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';
import { givenSource } from './source.input';

@Resolver()
export class RecordInflowResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Records an amount that came in at an account.',
  })
  @Directive(proposes)
  recordInflow(
    @Ctx() context: CommandContext,
    @Arg('input', () => RecordInflowInput, { description: 'The inflow.' })
    { key, ...input }: RecordInflowInput,
  ): Promise<Recorded> {
    const { asset } = input;
    return runCommand(context, {
      name: 'recordInflow',
      key,
      input,
      about: [input.account],
      async decide() {
        const { account, holding } = await stateOf(context, input);
        const moved = [{ asset, amount: input.amount.toString() }];
        const facts = movements(account, { column: 'inflow', moved }, holding ? [holding] : []);
        const source = givenSource(input.source);
        return {
          type: 'AMOUNT_TRANSFERRED',
          id: holdingId({ accountId: account._id, asset }),
          payload: { movements: facts.map((fact) => ({ ...fact, source })) },
        };
      },
    });
  }
}
