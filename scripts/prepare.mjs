// Makes a checkout ready to run: installs when the lockfile changed, builds when the source changed.
// Everything it says goes to stderr, so that a command's own output stays clean.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const sources = ['gateway', 'subgraphs', 'shared', 'cli'];
const packages = readdirSync(join(root, 'packages')).sort();
const lock = join(root, '.cache', 'prepare.lock');

const digest = (files) => {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
};

const typescriptUnder = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name));

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function run(command, args, why) {
  process.stderr.write(`cordon: ${why}\n`);
  const ran = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // npm is a script there, which only a shell runs; Node itself is not, and a shell would split its path at a space.
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (ran.status !== 0) throw new Error(`\`${command} ${args.join(' ')}\` failed, see above`);
}

function installWhenTheLockfileChanged() {
  const stamp = join(root, 'node_modules', '.cordon-installed');
  // The lockfile names every dependency of package.json; a script there installs nothing anew.
  const wanted = digest(['package-lock.json', '.npmrc']);
  if (read(stamp) === wanted) return;
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'installing what is missing');
  writeFileSync(stamp, wanted);
}

/** Every file under a folder of the console that its build reads. */
const consoleSources = () =>
  readdirSync(join(root, 'console', 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(relative(root, entry.parentPath), entry.name))
    .sort();

/** Builds into a folder of its own, which then takes the place of `output`: a build that fails leaves the one before. */
function buildWhenChanged({ output, inputs, build }) {
  const built = join(root, output);
  const wanted = digest(['package-lock.json', ...inputs]);
  if (read(join(built, '.cordon-built')) === wanted) return;
  const fresh = join(root, '.cache', output);
  rmSync(fresh, { recursive: true, force: true });
  build(fresh);
  writeFileSync(join(fresh, '.cordon-built'), wanted);
  rmSync(built, { recursive: true, force: true });
  renameSync(fresh, built);
}

const compile = (project, why) => (outDir) =>
  run(
    process.execPath,
    [join('node_modules', 'typescript', 'bin', 'tsc'), '-p', project, '--outDir', outDir],
    why,
  );

const bundleConsole = (outDir) =>
  run(
    process.execPath,
    [
      join('node_modules', 'vite', 'bin', 'vite.js'),
      'build',
      'console',
      '--logLevel',
      'warn',
      '--outDir',
      outDir,
    ],
    'building the console',
  );

function buildWhatChanged() {
  for (const name of packages) {
    const folder = join('packages', name);
    const project = join(folder, 'tsconfig.build.json');
    buildWhenChanged({
      output: join(folder, 'dist'),
      inputs: [
        'tsconfig.json',
        project,
        'tsconfig.package.json',
        join(folder, 'package.json'),
        ...typescriptUnder(join(folder, 'src')),
      ],
      build: compile(project, `building @cordon/${name}`),
    });
  }
  buildWhenChanged({
    output: 'dist',
    inputs: ['tsconfig.json', 'tsconfig.build.json', ...sources.flatMap(typescriptUnder)],
    build: compile('tsconfig.build.json', 'building'),
  });
}

function bundleConsoleWhenChanged() {
  buildWhenChanged({
    output: join('console', 'dist'),
    inputs: ['console/package.json', 'console/index.html', 'console/vite.config.mjs', ...consoleSources()],
    build: bundleConsole,
  });
}

/** One prepare at a time: a second command waits, and takes over from one that was killed. */
async function withLock(work) {
  mkdirSync(dirname(lock), { recursive: true });
  for (let waits = 0; ; waits++) {
    if (waits === 10)
      process.stderr.write(
        `cordon: waiting for another command (process ${read(lock)}) to prepare; if no such process runs, remove ${lock}\n`,
      );
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!runs(Number(read(lock)))) rmSync(lock, { force: true });
      else await new Promise((done) => setTimeout(done, 200));
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function runs(pid) {
  if (!pid) return true; // being written just now
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Without the console: for what generates its types, without which it cannot be built. */
export async function prepare({ withConsole = true } = {}) {
  await withLock(() => {
    installWhenTheLockfileChanged();
    buildWhatChanged();
    if (withConsole) bundleConsoleWhenChanged();
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await prepare();
  } catch (error) {
    process.stderr.write(`cordon: ${error.message}\n`);
    process.exitCode = 3;
  }
}
