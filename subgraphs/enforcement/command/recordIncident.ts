import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { proposes } from '../scopes';
import type { CommandContext } from './command.context';
import { incidentOf } from './publicFacts';
import { RecordIncidentInput } from './recordIncident.input';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class RecordIncidentResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Records an incident, on the word of a source.',
  })
  @Directive(proposes)
  recordIncident(
    @Ctx() context: CommandContext,
    @Arg('input', () => RecordIncidentInput, { description: 'The incident.' })
    { key, ...input }: RecordIncidentInput,
  ): Promise<Recorded> {
    const id = `incident:${randomUUID()}`;
    return runCommand(context, {
      name: 'recordIncident',
      key,
      input,
      decide: async () => ({
        type: 'INCIDENT_RECORDED',
        id,
        payload: { incidents: [incidentOf(id, input)] },
      }),
    });
  }
}
