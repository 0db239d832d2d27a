import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { badUserInput } from '../../../shared/errors/cordonError';
import type { EventPayload } from '../ledger/events';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { requireAccount } from './loadDraftState';
import { requireAsset } from './movements.rules';
import { requireIncident, valuationOf } from './publicFacts';
import { RecordValuationInput } from './recordValuation.input';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class RecordValuationResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Records what an incident, or an amount on an account, was worth. Valuations are never added up.',
  })
  @Directive(proposes)
  recordValuation(
    @Ctx() context: CommandContext,
    @Arg('input', () => RecordValuationInput, { description: 'The worth of what.' })
    { key, ...input }: RecordValuationInput,
  ): Promise<Recorded> {
    const id = `valuation:${randomUUID()}`;
    return runCommand(context, {
      name: 'recordValuation',
      key,
      input,
      async decide() {
        const { about, illustrative } = await subjectOf(context, input);
        const valuations = [{ id, about, valuation: valuationOf(input.valuation), illustrative }];
        return { type: 'VALUATION_RECORDED', id, payload: { valuations } };
      },
    });
  }
}

type Valued = Pick<NonNullable<EventPayload['valuations']>[number], 'about' | 'illustrative'>;

async function subjectOf(
  context: CommandContext,
  { incident, account, amount }: Omit<RecordValuationInput, 'key'>,
): Promise<Valued> {
  if (incident && !account && !amount) {
    await requireIncident(context, incident);
    return { about: { kind: 'INCIDENT', incidentId: incident }, illustrative: false };
  }
  if (incident || !account || !amount) {
    throw badUserInput('a valuation is of an incident, or of an amount on an account', {
      argument: 'incident',
    });
  }
  requireAsset(amount.asset);
  const { _id: accountId, venueId, illustrative } = await requireAccount(context, account);
  const about = {
    kind: 'HOLDING',
    accountId,
    venueId,
    asset: amount.asset,
    amount: amount.amount.toString(),
  } as const;
  return { about, illustrative };
}
