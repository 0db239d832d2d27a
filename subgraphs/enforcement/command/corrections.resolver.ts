import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { EnforcementContext } from '../context';
import { proposes, reports } from '../scopes';
import { recordedOtherwise, requireRecordedBy } from './correction.rules';
import { filedReport } from './filedReport';
import { incidentOf, recoveryOf, valuationOf } from './publicFacts';
import { RecordedType } from './recorded.type';
import {
  CorrectIncidentInput,
  CorrectRecoveryInput,
  CorrectReportInput,
  CorrectValuationInput,
} from './records.input';
import { type Recorded, runCommand } from './runCommand';

/**
 * What was recorded wrongly reads otherwise from now on, by a new event that names the old; the old stays in the ledger.
 * What takes two people is not corrected by one: a measure is released and proposed anew, a process amended, an amount
 * observed again. A retention hold is lifted and placed anew, so that no account is without one in between.
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

  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Corrects a filed report, naming the event that recorded it. It stays filed by whoever filed it.',
  })
  @Directive(reports)
  correctReport(
    @Ctx() context: EnforcementContext,
    @Arg('input', () => CorrectReportInput, { description: 'What was wrong, and how it reads.' })
    { key, ...input }: CorrectReportInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctReport',
      office: 'report',
      key,
      input,
      async decide() {
        const [row] = await context.stores.reports.byIds([id]);
        requireRecordedBy(row, event, id);
        const filedBy = row?.filedBy ?? context.caller.subject;
        const report = await filedReport(context, { id, filedBy }, input);
        return { type: 'CORRECTED', id, payload: { reports: [report], corrects: event, reason } };
      },
    });
  }

  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Corrects the valuation of an amount on an account, naming the event that recorded it. One of an incident is ' +
      'left beside a new one: valuations are never added up.',
  })
  @Directive(proposes)
  correctValuation(
    @Ctx() context: EnforcementContext,
    @Arg('input', () => CorrectValuationInput, { description: 'What was wrong, and how it reads.' })
    { key, ...input }: CorrectValuationInput,
  ): Promise<Recorded> {
    const { event, id, reason } = input;
    return runCommand(context, {
      name: 'correctValuation',
      office: 'propose',
      key,
      input,
      async decide() {
        const [row] = await context.stores.holdingValuations.byIds(context.tenant, [id]);
        if (!row) throw recordedOtherwise(event, id);
        requireRecordedBy(row, event, id);
        const { accountId, venueId, asset, amount, illustrative } = row;
        const about = { kind: 'HOLDING', accountId, venueId, asset, amount } as const;
        const valuations = [{ id, about, valuation: valuationOf(input.valuation), illustrative }];
        return { type: 'CORRECTED', id, payload: { valuations, corrects: event, reason } };
      },
    });
  }
}
