import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../shared/config/projectRoot';

/** The README, and the answer to its question that docs/reference/flagship-answer.md shows. */
export function readmeAnswer(): { readonly readme: string; readonly answer: unknown } {
  const readme = readFileSync(join(projectRoot(), 'README.md'), 'utf8');
  const page = readFileSync(join(projectRoot(), 'docs', 'reference', 'flagship-answer.md'), 'utf8');
  const [, shown = ''] = /```json\n([^`]*)```/.exec(page) ?? [];
  return { readme, answer: JSON.parse(shown) };
}
