import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../shared/config/projectRoot';

/** The README, and the answer to the flagship question that it shows. */
export function readmeAnswer(): { readonly readme: string; readonly answer: unknown } {
  const readme = readFileSync(join(projectRoot(), 'README.md'), 'utf8');
  const [, shown = ''] = /```json\n([^`]*)```/.exec(readme) ?? [];
  return { readme, answer: JSON.parse(shown) };
}
