import { styleText } from 'node:util';
import type { Finding, Level } from '../finding/finding';
import type { SchemaReport } from '../check/checkSchema';

const colours: Readonly<Record<Level, 'red' | 'yellow' | 'gray'>> = {
  blocked: 'red',
  warning: 'yellow',
  info: 'gray',
};

/** For people: a line a finding, `file:line:column` first, and how to approve what is blocked. */
export function formatText(
  report: SchemaReport,
  { colour = false }: { readonly colour?: boolean } = {},
): string {
  const paint = (level: Level, text: string) =>
    colour ? styleText(colours[level], text, { validateStream: false }) : text;
  const lines = report.findings.map((finding) => lineOf(finding, paint));
  const { blocked, warnings, info } = report.summary;
  const { unused, expired } = report.approvals;
  return [
    ...lines,
    ...expired.map((fingerprint) => `approval ${fingerprint} has expired`),
    ...unused
      .filter((one) => !expired.includes(one))
      .map((fingerprint) => `approval ${fingerprint} is not used`),
    `${report.verdict}: ${blocked} blocked, ${warnings} warnings, ${info} notes`,
    '',
  ].join('\n');
}

function lineOf(finding: Finding, paint: (level: Level, text: string) => string): string {
  const { level, kind, code, message, clients, fingerprint } = finding;
  const whom = clients.length > 0 ? ` [clients: ${clients.join(', ')}]` : '';
  const approve = level === 'blocked' && kind !== 'composition' ? ` (fingerprint ${fingerprint})` : '';
  return `${placeOf(finding)}${paint(level, level)} ${kind} ${code} ${message}${whom}${approve}`;
}

const placeOf = ({ location }: Finding) =>
  location ? `${location.file}:${location.line}:${location.column}: ` : '';
