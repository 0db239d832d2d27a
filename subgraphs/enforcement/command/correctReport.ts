import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { reports } from '../scopes';
import type { CommandContext } from './command.context';
import { CorrectReportInput } from './correctReport.input';
import { requireRecordedBy } from './correction.rules';
import { filedReport } from './filedReport';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class CorrectReportResolver {
  @Mutation(() => RecordedType, {
    nullable: true,
    description: 'Corrects a filed report, naming the event that recorded it. Its filer stays the same.',
  })
  @Directive(reports)
  correctReport(
    @Ctx() context: CommandContext,
    @Arg('input', () => CorrectReportInput, { description: 'The mistake, and the corrected facts.' })
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
        const { obligations, accounts } = input;
        const stated = {
          ...input,
          obligations: obligations ?? row.obligationIds,
          accounts: accounts ?? row.accountIds,
        };
        const report = await filedReport(context, { id, filedBy: row.filedBy }, stated);
        return { type: 'CORRECTED', id, payload: { reports: [report], corrects: event, reason } };
      },
    });
  }
}
