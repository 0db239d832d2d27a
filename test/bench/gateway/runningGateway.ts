import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Pool } from 'undici';
import { freePort } from '../../support/runCordon';

/** A gateway in a process of its own. */
export interface RunningGateway {
  readonly name: string;
  readonly pool: Pool;
  /** Returns the processor time of the process since it started, and its memory. */
  usage(): Promise<Usage>;
  /** Profiles the processor time of what runs, and writes it to a file that Chrome and VS Code open. */
  profile(file: string, run: () => Promise<unknown>): Promise<void>;
  stop(): Promise<void>;
}

export interface Usage {
  readonly cpu: NodeJS.CpuUsage;
  /** Bytes. */
  readonly rss: number;
}

export interface GatewayProcess {
  readonly name: string;
  /** The file that Node runs. */
  readonly file: string;
  readonly args?: (port: number) => readonly string[];
  /** Options of Node itself, as the deployment gives them. */
  readonly nodeOptions?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Default: where the bench is. */
  readonly folder?: string;
}

/** Starts a gateway that serves `/graphql` on the port of `PORT` or of its arguments, and waits until it answers. */
export async function startGatewayProcess(options: GatewayProcess): Promise<RunningGateway> {
  const { name, file, args = () => [], nodeOptions = [], env = {}, folder = process.cwd() } = options;
  const port = await freePort();
  const child = fork(file, [...args(port)], {
    cwd: folder,
    execArgv: [...nodeOptions, '--require', join(__dirname, 'usageProbe.js')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...env, PORT: String(port) },
  });
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 50 });
  const stop = async () => {
    child.kill('SIGKILL');
    await pool.destroy();
  };
  for (let tries = 0; ; tries++) {
    const ready = await pool.request({ method: 'GET', path: '/graphql' }).catch(() => undefined);
    await ready?.body.dump();
    if (ready) break;
    if (tries > 150 || child.exitCode !== null) {
      await stop();
      throw new Error(`${name} does not answer`);
    }
    await new Promise((resolve) => void setTimeout(resolve, 200));
  }
  const usage = () =>
    new Promise<Usage>((resolve) => {
      child.once('message', (told) => resolve(told as Usage));
      child.send('usage');
    });
  const profile = async (file: string, run: () => Promise<unknown>) => {
    child.send('profile');
    await run();
    child.send(file);
    await usage();
  };
  return { name, pool, usage, profile, stop };
}
