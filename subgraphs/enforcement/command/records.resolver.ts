import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CordonError } from '../../../shared/errors/cordonError';
import type { CommandContext } from './command.context';
import { actsForLegal, reports } from '../scopes';
import { operatorSource } from './operatorSource';
import { filedReport } from './filedReport';
import { RecordedType } from './recorded.type';
import { FileReportInput, LiftRetentionHoldInput, PlaceRetentionHoldInput } from './records.input';
import { heldOf, standingHold } from './retentionHolds';
import { type Recorded, runCommand } from './runCommand';

/** Reports that were filed, and holds on what may be disposed of. */
@Resolver()
export class RecordsResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Records that a report was filed with an authority.',
  })
  @Directive(reports)
  fileReport(
    @Ctx() context: CommandContext,
    @Arg('input', () => FileReportInput, { description: 'The report.' }) { key, ...input }: FileReportInput,
  ): Promise<Recorded> {
    const id = `report:${randomUUID()}`;
    return runCommand(context, {
      name: 'fileReport',
      key,
      input,
      async decide() {
        const report = await filedReport(context, { id, filedBy: context.caller.subject }, input);
        return { type: 'REPORT_FILED', id, payload: { reports: [report] }, happenedAt: input.filedAt };
      },
    });
  }

  @Mutation(() => RecordedType, {
    nullable: true,
    description:
      'Places a hold: nothing of these accounts may be disposed of while it is there, however old.',
  })
  @Directive(actsForLegal)
  placeRetentionHold(
    @Ctx() context: CommandContext,
    @Arg('input', () => PlaceRetentionHoldInput, { description: 'On what, and why.' })
    { key, ...input }: PlaceRetentionHoldInput,
  ): Promise<Recorded> {
    const id = `hold:${randomUUID()}`;
    const { accounts, processes, reason } = input;
    return runCommand(context, {
      name: 'placeRetentionHold',
      key,
      input,
      async decide() {
        const from = context.now.toISOString();
        const hold = {
          id,
          from,
          to: null,
          ...(await heldOf(context, { accounts, processes: processes ?? [] })),
          reason,
          source: operatorSource,
        };
        return { type: 'RETENTION_HOLD_PLACED', id, payload: { retentionHolds: [hold] } };
      },
    });
  }

  @Mutation(() => RecordedType, { nullable: true, description: 'Lifts a retention hold; others stay.' })
  @Directive(actsForLegal)
  liftRetentionHold(
    @Ctx() context: CommandContext,
    @Arg('input', () => LiftRetentionHoldInput, { description: 'Which, and why.' })
    { key, ...input }: LiftRetentionHoldInput,
  ): Promise<Recorded> {
    const { hold: id, reason } = input;
    return runCommand(context, {
      name: 'liftRetentionHold',
      key,
      input,
      async decide() {
        const [hold] = await context.stores.retentionHolds.byIds([id]);
        if (!hold)
          throw new CordonError('UNKNOWN_ENTITY', `there is no retention hold ${JSON.stringify(id)}`);
        const lifted = { ...standingHold(hold), to: context.now.toISOString() };
        return { type: 'RETENTION_HOLD_LIFTED', id, payload: { retentionHolds: [lifted], reason } };
      },
    });
  }
}
