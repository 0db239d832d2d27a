import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { flagshipQuery } from '../../../cli/start/flagship';
import { importCase } from '../../../cli/databases/importCase';
import { withDatabases } from '../../../cli/databases/withDatabases';
import { localLink } from '../../../gateway/link/localLink';
import { createGatewayMetrics } from '../../../gateway/metrics/gatewayMetrics';
import { startGateway } from '../../../gateway/server';
import { readGatewayConfig } from '../../../gateway/config';
import { createLogger } from '../../../shared/logger/logger';
import { openAttribution } from '../../../subgraphs/attribution/openAttribution';
import { openEnforcement } from '../../../subgraphs/enforcement/openEnforcement';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { testIssuer } from '../../support/gatewayTokens';
import { scopesOfRole } from '../../../shared/identity/roles';
import { openTestStore } from '../../support/openTestStore';
import { ask, temporaryFolder } from '../../support/runCordon';
import { writeSyntheticCase } from '../../support/syntheticCase';

// A getMore fetches the rest of one query's rows (the driver's first batch is 101): it is not another query.
const reads = ['find', 'aggregate', 'count', 'distinct'];

/** Returns the number of store queries of one flagship question with so many results. */
async function storeQueries(accounts: number): Promise<{ queries: number; results: number }> {
  const store = await openTestStore();
  const folder = temporaryFolder();
  const cases = join(folder.path, 'case');
  mkdirSync(cases);
  writeSyntheticCase(cases, 'synthetic', accounts);
  const issuer = await testIssuer();
  const jwks = join(folder.path, 'jwks.json');
  writeFileSync(jwks, issuer.jwks);
  await withDatabases(store, (databases) => importCase(databases, cases));

  const logger = createLogger('test', 'silent');
  const before = new Set(mongoose.connections);
  const subgraphs = await Promise.all(
    [openSanctions, openAttribution, openEnforcement].map((open) => open({ ...store, logger })),
  );
  const asking = new AsyncLocalStorage<true>();
  let queries = 0;
  for (const connection of mongoose.connections.filter((opened) => !before.has(opened))) {
    connection.getClient().on('commandStarted', ({ commandName }) => {
      if (asking.getStore() && reads.includes(commandName)) queries++;
    });
  }
  const config = readGatewayConfig({ PORT: '0', CORDON_JWKS: jwks, CORDON_LINK_SECRET: 'x'.repeat(32) });
  const counted = subgraphs.map((subgraph): typeof subgraph => ({
    ...subgraph,
    execute: (...asked) => asking.run(true, () => subgraph.execute(...asked)),
  }));
  const links = counted.map((subgraph) => localLink(subgraph, { timeoutMs: config.linkTimeoutMs }));
  const gateway = await startGateway({
    config,
    links,
    database: store,
    metrics: createGatewayMetrics(),
    logger,
  });
  try {
    const token = await issuer.sign({ scope: scopesOfRole.analyst.join(' '), roles: ['analyst'] });
    const variables = { actor: 'test:owner' };
    const asked = flagshipQuery.replace('frozenAccounts {', 'frozenAccounts(first: 200) {');
    await ask(gateway.url, asked, { token, variables });
    let [fewest, results] = [Infinity, 0];
    // A slow machine reads again the values that are kept for half a second: the fewest of several.
    for (let n = 0; n < 5; n++) {
      queries = 0;
      const answer = await ask(gateway.url, asked, { token, variables });
      expect(answer.errors).toBeUndefined();
      fewest = Math.min(fewest, queries);
      results = answer.data.actor.frozenAccounts.nodes.length;
    }
    return { queries: fewest, results };
  } finally {
    await gateway.close();
    await Promise.all(subgraphs.map((subgraph) => subgraph.close()));
    await store.close();
    folder.remove();
  }
}

it('asks the store as often for a hundred results as for two', async () => {
  const few = await storeQueries(2);
  const many = await storeQueries(100);
  expect([few.results, many.results]).toEqual([2, 100]);
  expect(few.queries).toBeGreaterThan(5);
  // 2 of sanctions, 6 of attribution and 5 of enforcement.
  expect(few.queries).toBeLessThanOrEqual(13);
  // A longer question meets more of the background; a query for each result would be 98 more.
  expect(many.queries).toBeLessThan(few.queries + 30);
});
