import { randomUUID } from 'node:crypto';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { reports } from '../scopes';
import type { CommandContext } from './command.context';
import { FileReportInput } from './fileReport.input';
import { filedReport } from './filedReport';
import { RecordedType } from './recorded.type';
import { type Recorded, runCommand } from './runCommand';

@Resolver()
export class FileReportResolver {
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
}
