import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../shared/config/projectRoot';
import { eventually } from './eventually';

/** A built entry of the product, run as its users run it: a process with an environment. */
export class RunningProcess {
  output = '';

  constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    }
  }

  /** The first match in what it prints. Throws with the output where it ends, or takes too long. */
  async printed(pattern: RegExp, withinMs = 240_000): Promise<string> {
    for (const until = Date.now() + withinMs; Date.now() < until; await pause(30)) {
      const found = pattern.exec(this.output);
      if (found) return found[1] ?? found[0];
      if (this.child.exitCode !== null) break;
    }
    throw new Error(`no ${String(pattern)} in: ${this.output}`);
  }

  /** Its exit code, after a signal where one is given. */
  async ended(signal?: NodeJS.Signals): Promise<number | null> {
    if (signal) this.child.kill(signal);
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}

export const pause = (ms: number) => new Promise<unknown>((done) => setTimeout(done, ms));

/**
 * Environment of this test only: nothing of the machine's own settings of Cordon. The console's operations are planned when
 * they are asked: hundreds of servers start here, and most answer no console.
 */
export function environment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(CORDON_|PORT$|MONGODB_URL$)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    CORDON_LOG_LEVEL: 'warn',
    CORDON_CONSOLE_PLANS: 'off',
    ...extra,
  };
}

/** Runs an entry of `dist`, such as `cli/bin.js`. */
export function runEntry(
  entry: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): RunningProcess {
  const file = join(projectRoot(), 'dist', entry);
  if (!existsSync(file)) throw new Error(`${entry} is not built: npm test builds first`);
  return new RunningProcess(
    spawn(process.execPath, [file, ...args], {
      env: environment(env),
      cwd: projectRoot(),
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Runs a command of the CLI to its end. */
export async function cli(args: readonly string[], env: Readonly<Record<string, string>>) {
  const running = runEntry('cli/bin.js', args, env);
  const [stdout, stderr] = [running.child.stdout, running.child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString();
  });
  const [code] = (await once(running.child, 'close')) as [number | null];
  return { code, stdout: stdout!(), stderr: stderr!() };
}

export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'cordon-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** One GraphQL request; the answer with its status. */
export async function ask(
  url: string,
  query: string,
  options: { token?: string; variables?: Record<string, unknown>; body?: string } = {},
) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
    },
    body: options.body ?? JSON.stringify({ query, variables: options.variables }),
    signal: AbortSignal.timeout(240_000),
  });
  const text = await response.text();
  return { status: response.status, text, ...JSON.parse(text) };
}

/** Waits until the gateway says that it is ready. */
export const untilReady = (url: string): Promise<boolean> =>
  eventually(async () => (await fetch(`${url}/health/ready`).catch(() => undefined))?.ok, 50);
