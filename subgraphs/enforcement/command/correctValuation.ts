import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { EventPayload } from '../ledger/events';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { CorrectValuationInput } from './correctValuation.input';
import { requireRecordedBy } from './correction.rules';
import { valuationOf } from './publicFacts';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class CorrectValuationResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      "Corrects a valuation that was recorded of an incident, or of an amount on an account, naming the event that recorded it. A valuation among an incident's own facts is corrected with the incident.",
  })
  @Directive(proposes)
  correctValuation(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectValuationInput, { description: 'The mistake, and the corrected facts.' })
    { key, ...input }: CorrectValuationInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctValuation',
      key,
      input,
      async decide() {
        const valued = await valuedBy(context, event, id);
        const valuations = [{ id, ...valued, valuation: valuationOf(input.valuation) }];
        return { type: 'CORRECTED', id, payload: { valuations, corrects: event, reason } };
      },
    });
  }
}

/**
 * Returns the subject of a valuation, where this event recorded it last: an amount on an account that the
 * caller sees, or an incident.
 */
async function valuedBy(
  { stores, tenant }: CommandContext,
  event: number,
  id: string,
): Promise<Pick<NonNullable<EventPayload['valuations']>[number], 'about' | 'illustrative'>> {
  const [row] = await stores.holdingValuations.byIds(tenant, [id]);
  if (row) {
    requireRecordedBy(row, event, id);
    const { accountId, venueId, asset, amount, illustrative } = row;
    return { about: { kind: 'HOLDING', accountId, venueId, asset, amount }, illustrative };
  }
  const recorded = await stores.incidents.valuation(id);
  requireRecordedBy(recorded, event, id);
  return { about: { kind: 'INCIDENT', incidentId: recorded.incidentId }, illustrative: false };
}
