import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { CorrectIncidentInput } from './correctIncident.input';
import { requireRecordedBy } from './correction.rules';
import { incidentOf } from './publicFacts';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class CorrectIncidentResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Corrects an incident, naming the event that recorded it.',
  })
  @Directive(proposes)
  correctIncident(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectIncidentInput, { description: 'The mistake, and the corrected facts.' })
    { key, ...input }: CorrectIncidentInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctIncident',
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
}
