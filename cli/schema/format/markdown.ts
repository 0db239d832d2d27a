import type { Finding } from '../finding/finding';
import type { SchemaReport } from '../check/checkSchema';

/** A comment on GitHub holds 65,536 characters; beyond this many rows the rest is counted. */
const maxRows = 150;

/** For a comment on a pull request. */
export function formatMarkdown(report: SchemaReport): string {
  const { findings, summary, approvals, verdict } = report;
  const shown = findings.slice(0, maxRows);
  const rest = findings.length - shown.length;
  const outdated = approvals.unused.map(
    (one) => `- approval \`${one}\` is ${approvals.expired.includes(one) ? 'expired' : 'not used'}`,
  );
  return [
    `## Schema check: ${verdict}`,
    '',
    `${summary.blocked} blocked, ${summary.warnings} warnings, ${summary.info} notes; ${summary.operations} stored operations of ${summary.clients.length} clients.`,
    '',
    ...(shown.length > 0
      ? ['| level | kind | place | change | clients | fingerprint |', '| --- | --- | --- | --- | --- | --- |']
      : []),
    ...shown.map(row),
    ...(rest > 0 ? ['', `and ${rest} more.`] : []),
    ...(outdated.length > 0 ? ['', ...outdated] : []),
    '',
  ].join('\n');
}

function row({ level, kind, code, location, message, clients, fingerprint }: Finding): string {
  const place = location ? `\`${location.file}:${location.line}\`` : '';
  const cells = [
    level === 'blocked' ? '**blocked**' : level,
    kind,
    place,
    `\`${code}\` ${message}`,
    clients.join(', '),
    `\`${fingerprint}\``,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

const cell = (text: string) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('<', '&lt;');
