import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { badUserInput, CordonError } from '../../../shared/errors/cordonError';
import type { CommandContext } from './command.context';
import { observe, unknownAmounts } from '../holding/holding.rules';
import { holdingId } from '../holding/holding.projection';
import type { HoldingFact } from '../holding/holding.facts';
import { proposes, registers } from '../scopes';
import { requireAccount } from './loadDraftState';
import { movements, requireAmounts, requireAsset } from './movements.rules';
import { RecordedType } from './recorded.type';
import { ObserveAmountInput, RecordInflowInput, RegisterHoldingInput } from './registry.input';
import { type Recorded, runCommand } from './runCommand';
import { givenSource } from './source.input';

/** What accounts have, as somebody observed it. What leaves an account takes two people. */
@Resolver()
export class AmountsResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Registers that an account has something of an asset.',
  })
  @Directive(registers)
  registerHolding(
    @Ctx() context: CommandContext,
    @Arg('input', () => RegisterHoldingInput, { description: 'What it has.' })
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

  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Records what somebody observed of a holding.',
  })
  @Directive(proposes)
  observeAmount(
    @Ctx() context: CommandContext,
    @Arg('input', () => ObserveAmountInput, { description: 'What was seen.' })
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

  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Records an amount that came in at an account.',
  })
  @Directive(proposes)
  recordInflow(
    @Ctx() context: CommandContext,
    @Arg('input', () => RecordInflowInput, { description: 'What came in.' })
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

interface Place {
  readonly account: string;
  readonly asset: string;
  readonly source?: Parameters<typeof givenSource>[0];
}

async function stateOf(context: CommandContext, { account: id, asset }: Place) {
  requireAsset(asset);
  const account = await requireAccount(context, id);
  const holdings = await context.stores.holdings.byAccounts(context.tenant, [id]);
  return { account, holding: holdings.find((holding) => holding.asset === asset) };
}

const placeOf = (
  { _id, venueId, illustrative }: Awaited<ReturnType<typeof requireAccount>>,
  { asset, source }: Place,
) => ({ accountId: _id, venueId, asset, illustrative, source: givenSource(source) });

function base(amount: bigint | null | undefined): string | null {
  if (amount !== null && amount !== undefined && amount < 0n)
    throw badUserInput('an amount is not less than 0');
  return amount?.toString() ?? null;
}
