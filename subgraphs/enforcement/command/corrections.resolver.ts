import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CommandContext } from './command.context';
import type { EventPayload } from '../ledger/events';
import { actsForLegal, proposes, reports } from '../scopes';
import { requireRecordedBy } from './correction.rules';
import { filedReport } from './filedReport';
import { incidentOf, recoveryOf, valuationOf } from './publicFacts';
import { RecordedType } from './recorded.type';
import {
  CorrectIncidentInput,
  CorrectRecoveryInput,
  CorrectReportInput,
  CorrectRetentionHoldInput,
  CorrectValuationInput,
} from './records.input';
import { heldOf, standingHold } from './retentionHolds';
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
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectIncidentInput, { description: 'What was wrong, and how it reads.' })
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

  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Corrects a recovery, naming the event that recorded it.',
  })
  @Directive(proposes)
  correctRecovery(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectRecoveryInput, { description: 'What was wrong, and how it reads.' })
    { key, ...input }: CorrectRecoveryInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctRecovery',
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

  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Corrects a filed report, naming the event that recorded it. It stays filed by whoever filed it.',
  })
  @Directive(reports)
  correctReport(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectReportInput, { description: 'What was wrong, and how it reads.' })
    { key, ...input }: CorrectReportInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctReport',
      key,
      input,
      async decide() {
        const [row] = await context.stores.reports.byIds([id]);
        requireRecordedBy(row, event, id);
        const report = await filedReport(context, { id, filedBy: row.filedBy }, input);
        return { type: 'CORRECTED', id, payload: { reports: [report], corrects: event, reason } };
      },
    });
  }

  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Corrects a valuation that was recorded of an incident, or of an amount on an account, naming the event that ' +
      "recorded it. What an incident's own facts say of its worth is corrected with the incident.",
  })
  @Directive(proposes)
  correctValuation(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectValuationInput, { description: 'What was wrong, and how it reads.' })
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

  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Corrects a retention hold that is in place, naming the event that recorded it: no account is without it in between.',
  })
  @Directive(actsForLegal)
  correctRetentionHold(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectRetentionHoldInput, { description: 'What was wrong, and how it reads.' })
    { key, ...input }: CorrectRetentionHoldInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctRetentionHold',
      key,
      input,
      async decide() {
        const [row] = await context.stores.retentionHolds.byIds([id]);
        requireRecordedBy(row, event, id);
        const before = standingHold(row);
        const processes = input.processes ?? before.processIds;
        const held = await heldOf(context, { accounts: input.accounts, processes });
        const hold = { ...before, ...held, reason: input.holdReason ?? before.reason };
        return { type: 'CORRECTED', id, payload: { retentionHolds: [hold], corrects: event, reason } };
      },
    });
  }
}

/** What a valuation is of, where this event recorded it last: an amount on an account that the caller sees, or an incident. */
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
