import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder of list files: written from text, or linked to where they lie. */
export function listFolder(
  files: Readonly<Record<string, string | Buffer>>,
  links: Readonly<Record<string, string>> = {},
) {
  const path = mkdtempSync(join(tmpdir(), 'cordon-list-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(path, name));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A row of sdn.csv. */
export const sdnRow = (
  entry: string,
  name: string,
  {
    type = '-0- ',
    programmes = 'SDGT',
    remarks = '-0- ',
  }: { type?: string; programmes?: string; remarks?: string } = {},
) => `${entry},"${name}",${quoted(type)},"${programmes}",${'-0- ,'.repeat(7)}${quoted(remarks)}\r\n`;

const quoted = (text: string) => (text === '-0- ' ? text : `"${text.replaceAll('"', '""')}"`);
