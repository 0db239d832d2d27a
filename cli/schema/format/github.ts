import type { Finding, Level } from '../finding/finding';
import type { SchemaReport } from '../check/checkSchema';

const commands: Readonly<Record<Level, string>> = { blocked: 'error', warning: 'warning', info: 'notice' };

/** GitHub's workflow commands: an annotation on the line of each finding. */
export function formatGithub({ findings }: SchemaReport): string {
  return findings.map((finding) => `${annotation(finding)}\n`).join('');
}

function annotation({ level, kind, code, message, location, clients }: Finding): string {
  const properties = [
    ...(location
      ? [`file=${property(location.file)}`, `line=${location.line}`, `col=${location.column}`]
      : []),
    `title=${property(`${kind} ${code}`)}`,
  ];
  const whom = clients.length > 0 ? ` [clients: ${clients.join(', ')}]` : '';
  return `::${commands[level]} ${properties.join(',')}::${data(message + whom)}`;
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
