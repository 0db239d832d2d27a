import type { SchemaReport } from '../check/checkSchema';
import { formatGithub } from './github';
import { formatMarkdown } from './markdown';
import { formatSarif } from './sarif';
import { formatText } from './text';

export const reportFormats = ['text', 'json', 'sarif', 'github', 'markdown'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** Colour is for text on a terminal only. */
export function formatReport(
  report: SchemaReport,
  { format, colour }: { readonly format: ReportFormat; readonly colour: boolean },
): string {
  switch (format) {
    case 'text':
      return formatText(report, { colour });
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'sarif':
      return formatSarif(report);
    case 'github':
      return formatGithub(report);
    case 'markdown':
      return formatMarkdown(report);
  }
}
