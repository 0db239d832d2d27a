import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { proposes } from '../scopes';
import { requireRecordedBy } from './correction.rules';
import { incidentOf, recoveryOf } from './publicFacts';
import { RecordedType } from './recorded.type';
import { CorrectIncidentInput, CorrectRecoveryInput } from './records.input';
import { type Recorded, runCommand } from './runCommand';

/**
 * What was recorded wrongly reads otherwise from now on, by a new event that names the old; the old stays in the ledger.
 * What takes two people is not corrected by one: a measure is released and proposed anew, a process amended, an amount
 * observed again.
 */
@Resolver()
export class CorrectionsResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Corrects an incident, naming the event that recorded it.',
  })
  @Directive(proposes)
  correctIncident(
    @Ctx() context: EnforcementContext,
    @Arg('input', () => CorrectIncidentInput, { description: 'What was wrong, and how it reads.' })
    { key, ...input }: CorrectIncidentInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctIncident',
      office: 'propose',
      key,
      input,
      async decide() {
        const [row] = await context.stores.incidents.byIds([id]);
        requireRecordedBy(row, event, id);
        const incidents = [incidentOf(id, input)];
        return { type: 'CORRECTED', id, payload: { incidents, corrects: event, reason } };
      },
    });
  }

  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Corrects a recovery, naming the event that recorded it.',
  })
  @Directive(proposes)
  correctRecovery(
    @Ctx() context: EnforcementContext,
    @Arg('input', () => CorrectRecoveryInput, { description: 'What was wrong, and how it reads.' })
    { key, ...input }: CorrectRecoveryInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctRecovery',
      office: 'propose',
      key,
      input,
      async decide() {
        const [row] = await context.stores.recoveries.byIds([id]);
        requireRecordedBy(row, event, id);
        const recoveries = [await recoveryOf(context, id, input)];
        return { type: 'CORRECTED', id, payload: { recoveries, corrects: event, reason } };
      },
    });
  }
}
