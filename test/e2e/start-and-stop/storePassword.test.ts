import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { type RunningProcess, runEntry, temporaryFolder } from '../../support/runCordon';

const folder = temporaryFolder();
const running: RunningProcess[] = [];
const dataDir = join(folder.path, 'data');

afterAll(async () => {
  await Promise.all(running.map((server) => server.ended('SIGKILL')));
  folder.remove();
});

function serve(options: string[], env: Record<string, string> = {}): RunningProcess {
  const server = runEntry('cli/bin.js', ['store', ...options], { CORDON_DATA_DIR: dataDir, ...env });
  running.push(server);
  return server;
}

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

describe('cordon store', () => {
  it('serves a client that it served before a restart', async () => {
    const port = await freePort();
    const first = serve(['--port', port]);
    const url = await first.printed(/mongodb:\/\/\S+/);
    const connection = await mongoose.createConnection(url).asPromise();
    await connection.collection('c').insertOne({ a: 1 });
    expect(await first.ended('SIGKILL')).toBeNull();
    const second = serve(['--port', port]);
    expect(await second.printed(/mongodb:\/\/\S+/)).toBe(url);
    expect(await connection.collection('c').countDocuments()).toBe(1);
    await connection.close();
    expect(await second.ended('SIGTERM')).toBe(0);
  });

  it('takes the password of a file before that of the environment, and rejects a short one', async () => {
    const file = join(folder.path, 'given');
    writeFileSync(file, 'from a file, long enough\n');
    const given = serve(['--password-file', file], { CORDON_STORE_PASSWORD: 'from the environment' });
    expect(await given.printed(/mongodb:\/\/\S+/)).toContain(encodeURIComponent('from a file, long enough'));
    await given.ended('SIGTERM');
    const short = serve([], { CORDON_STORE_PASSWORD: 'short' });
    expect(await short.ended()).toBe(2);
    expect(short.output).toContain('CORDON_STORE_PASSWORD');
    expect(short.output).not.toContain('short\n');
  });
});
