import { writeFileSync } from 'node:fs';
import { type ExitCode, exitCodes, usageError } from '../command/commandError';
import { checkSchema, type SchemaCheckInputs, type SchemaReport } from './check/checkSchema';
import { formatReport, type ReportFormat } from './format/formatReport';
import { formatText } from './format/text';
import type { Output } from './output';
import { toExitCode } from './toExitCode';

export interface SchemaCheckOptions extends SchemaCheckInputs {
  readonly format: ReportFormat;
  /** A file for the report; the text then goes to `out` as well. */
  readonly file?: string | undefined;
  readonly colour: boolean;
  readonly out: Output;
  readonly err: Output;
}

/** `cordon schema check`: 0 nothing blocks, 1 something does, 2 an input cannot be used, 3 an internal error. */
export function schemaCheck(options: SchemaCheckOptions): Promise<ExitCode> {
  const { format, colour, file, out, err } = options;
  return toExitCode(async () => {
    const report = await checkSchema(options);
    if (file === undefined) out.write(formatReport(report, { format, colour }));
    else {
      writeReport(file, report, format);
      out.write(formatText(report, { colour }));
    }
    return report.verdict === 'ok' ? exitCodes.done : exitCodes.failed;
  }, err);
}

function writeReport(file: string, report: SchemaReport, format: ReportFormat): void {
  try {
    writeFileSync(file, formatReport(report, { format, colour: false }));
  } catch (error) {
    throw usageError(`${file}: cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}
