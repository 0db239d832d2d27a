import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, temporaryFolder } from './runCordon';
import { skipTestBecause, type Test } from './skipBecause';

const isInstalled = spawnSync('redis-server', ['--version']).status === 0;

/** A test over `redis-server` itself. Skipped where that is not on the PATH. */
export const redisIt: Test = isInstalled ? it : skipTestBecause('needs redis-server on the PATH');

/** A Redis of its own, that keeps nothing. */
export interface OwnRedis {
  readonly url: string;
  start(): Promise<void>;
  /** Ends it without a goodbye. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export async function ownRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const folder = temporaryFolder();
  let running: ChildProcess | undefined;
  const kill = async () => {
    if (!running) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    running = undefined;
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      running = spawn('redis-server', options, { cwd: folder.path, stdio: 'ignore' });
      for (let tries = 0; !(await isListening(port)); tries++) {
        if (tries > 100) throw new Error('redis-server does not listen');
        await pause(50);
      }
    },
    kill,
    async close() {
      await kill();
      folder.remove();
    },
  };
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
