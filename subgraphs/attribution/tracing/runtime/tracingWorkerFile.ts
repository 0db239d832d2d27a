import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../shared/config/projectRoot';

const compiled = join('subgraphs', 'attribution', 'tracing', 'engine', 'worker', 'worker.js');

/**
 * Returns the compiled worker: a thread starts only from JavaScript. It is beside this file where that is
 * compiled, else in the build.
 */
export function tracingWorkerFile(): string {
  const file = __filename.endsWith('.ts')
    ? join(projectRoot(), 'dist', compiled)
    : join(__dirname, '..', 'engine', 'worker', 'worker.js');
  if (existsSync(file)) return file;
  throw new Error(`${file} is missing: run \`npm run build\` first`);
}
