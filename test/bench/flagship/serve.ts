/**
 * Everything in one process over the embedded store, as `npm start` has it, for the bench of the flagship. Tells its
 * parent where it listens, and on each message its processor time and the queries that the store was sent.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@cordon/embedded-mongo';
import mongoose from 'mongoose';
import { serveEverything } from '../../../cli/start/serveEverything';
import { readStartConfig } from '../../../cli/start/startConfig';
import { projectRoot } from '../../../shared/config/projectRoot';
import type { Usage } from './usage';

const reads = ['find', 'aggregate', 'count', 'distinct'];

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-flagship-'));
  const store = await openStore({ folder });
  const queries: Record<string, number> = {};
  // Connections are counted from their start on: subgraphs open theirs with serveEverything.
  const createConnection = mongoose.createConnection.bind(mongoose);
  mongoose.createConnection = (...args: Parameters<typeof createConnection>) => {
    const connection = createConnection(...args);
    connection.getClient().on('commandStarted', ({ commandName, databaseName, command }) => {
      if (!reads.includes(commandName)) return;
      const place = `${databaseName.replace(/^cordon_/, '')}.${String(command[commandName])} ${commandName}`;
      queries[place] = (queries[place] ?? 0) + 1;
    });
    return connection;
  };
  const config = readStartConfig(process.env, { port: 0, dataDir: folder });
  const gateway = await serveEverything({
    store,
    config,
    jwks: config.jwks,
    wantedCase: { name: config.case, folder: join(projectRoot(), 'cases', config.case) },
  });
  process.on('message', (message) => {
    if (message === 'usage') {
      const usage: Usage = { cpu: process.cpuUsage(), rss: process.memoryUsage.rss(), queries };
      process.send?.(usage);
    } else
      void gateway.close().then(async () => {
        await store.close();
        rmSync(folder, { recursive: true, force: true });
        process.disconnect();
      });
  });
  process.send?.({ url: gateway.url });
}

void main();
