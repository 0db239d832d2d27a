import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Level } from '../finding/finding';
import type { SchemaReport } from '../check/checkSchema';

const sarifLevels: Readonly<Record<Level, string>> = { blocked: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0 (OASIS), for code scanning. */
export function formatSarif({ findings }: SchemaReport): string {
  const rules = [...new Map(findings.map((finding) => [finding.code, ruleOf(finding)])).values()];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cordon schema check', rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const ruleOf = ({ code, kind }: Finding) => ({
  id: code,
  shortDescription: { text: `${kind}: ${code.toLowerCase().replaceAll('_', ' ')}` },
  properties: { tags: [kind] },
});

function resultOf(
  { code, level, message, location, coordinate, clients, fingerprint }: Finding,
  rules: readonly { readonly id: string }[],
) {
  const place = location && {
    physicalLocation: {
      artifactLocation: { uri: uriOf(location.file) },
      region: { startLine: location.line, startColumn: location.column },
    },
    ...(coordinate === null ? {} : { logicalLocations: [{ fullyQualifiedName: coordinate }] }),
  };
  return {
    ruleId: code,
    ruleIndex: rules.findIndex(({ id }) => id === code),
    level: sarifLevels[level],
    message: { text: message },
    locations: place ? [place] : [],
    partialFingerprints: { 'schemaCheck/v1': fingerprint },
    properties: { clients },
  };
}

const uriOf = (file: string) =>
  isAbsolute(file) ? pathToFileURL(file).href : encodeURI(file.replaceAll('\\', '/'));
