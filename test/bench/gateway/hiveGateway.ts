import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GatewayProcess } from './runningGateway';

/** The versions that are measured. They are no dependencies of Cordon. */
const packages = ['@graphql-hive/gateway@2.15.1', '@graphql-hive/router-runtime@1.4.23', 'graphql@16.15.0'];

const folder = join(process.cwd(), '.cache', 'bench-peers', 'hive');

/** Installs Hive Gateway, once. Throws where npm cannot. */
export function installHive(): void {
  if (existsSync(join(folder, 'installed'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  writeFileSync(join(folder, 'installed'), packages.join('\n'));
}

/** Hive Gateway as its command line starts it, with its planner in JavaScript or the one in Rust. */
export const hiveGateway = (planner: 'js' | 'rust', supergraph: string): GatewayProcess => ({
  name: `hive (${planner})`,
  file: join(folder, 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js'),
  args: (port) => [
    'supergraph',
    supergraph,
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(planner === 'rust' ? ['--hive-router-runtime'] : []),
  ],
  env: { LOG_LEVEL: 'error' },
  folder,
});
