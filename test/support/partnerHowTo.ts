import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../shared/config/projectRoot';

/**
 * Runs a snippet of the how-to for partners' developers as it stands there, with values for its names, and then `afterwards`.
 * Returns what that prints.
 */
export async function runPartnerSnippet(
  containing: string,
  given: Readonly<Record<string, unknown>>,
  afterwards: string,
): Promise<string> {
  const page = readFileSync(join(projectRoot(), 'docs/how-to/partner-developer.md'), 'utf8');
  const snippets = [...page.matchAll(/```js\n([^]*?)```/g)].map(([, code = '']) => code);
  const [snippet, ...others] = snippets.filter((code) => code.includes(containing));
  if (snippet === undefined || others.length > 0) throw new Error(`no one snippet has ${containing}`);
  const names = Object.entries(given).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  const code = [...names, snippet, afterwards].join('\n');
  const ran = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: projectRoot(),
  });
  return ran.stdout.trim();
}
