// `npm run check:schema`: compares this project's schema with the one before. The operations of its own
// documents and of the console are the stored operations. SCHEMA_BASE names the base (any place that `cordon schema check
// --base` takes). By default it is the commit before. In a checkout of depth 1, which has no such commit, it
// says so and compares nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const consoleManifest = join(root, 'console', 'src', 'graph', 'generated', 'persisted-documents.json');

function defaultBase() {
  const parent = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD^'], { cwd: root });
  return parent.status === 0 ? 'git:HEAD^' : undefined;
}

/** The operations that stand in README.md and docs/ as code. */
function writeDocumentedOperations(folder) {
  const pages = readdirSync(join(root, 'docs'), { recursive: true }).map((name) =>
    join('docs', String(name)),
  );
  for (const page of ['README.md', ...pages].filter((name) => name.endsWith('.md'))) {
    const text = readFileSync(join(root, page), 'utf8');
    for (const [index, [, code]] of [...text.matchAll(/^```graphql\n(.*?)^```/gms)].entries()) {
      if (!/^\s*(#.*\n\s*)*(query|mutation|\{)/.test(code)) continue;
      writeFileSync(join(folder, `${page.replaceAll(/[\\/]/g, '-')}-${index + 1}.graphql`), code);
    }
  }
}

await prepare();
const base = process.env.SCHEMA_BASE || defaultBase();
if (base === undefined) {
  process.stdout.write('schema check: no commit before this one and no SCHEMA_BASE: nothing is compared\n');
  process.exit(0);
}
const room = mkdtempSync(join(tmpdir(), 'cordon-operations-'));
try {
  const folder = join(room, 'documents');
  mkdirSync(folder);
  writeDocumentedOperations(folder);
  const options = ['--config', 'schema-check.yaml', '--approvals', 'schema-approvals.yaml'];
  const checked = spawnSync(
    process.execPath,
    [
      join(root, 'scripts', 'cordon.mjs'),
      ...['schema', 'check', '--base', base, ...options],
      ...['--operations', `documents=${folder}`],
      ...['--operations', `console=${consoleManifest}`, ...process.argv.slice(2)],
    ],
    { cwd: root, stdio: 'inherit' },
  );
  process.exitCode = checked.status ?? 3;
} finally {
  rmSync(room, { recursive: true, force: true });
}
