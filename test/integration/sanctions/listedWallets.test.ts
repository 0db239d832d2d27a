import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import { importLists } from '../../../subgraphs/sanctions/import/importLists';
import { readOfac } from '../../../subgraphs/sanctions/import/ofac/readOfac';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { connectSanctions } from '../../../subgraphs/sanctions/connectSanctions';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { callerOf } from '../../support/identities';
import { listFolder, sdnRow } from '../../support/listFolder';
import { openTestStore, type TestStore } from '../../support/openTestStore';

// Addresses that OFAC has published, under the tickers that it gave them; the last is malformed as published.
const published = {
  SOL: '42RLPACwZPx3vYYmxSueqsogfynBDqXK298EDsNoyoHi',
  XRP: 'rnXyVQzgxZe7TR1EPzTkGj2jxH4LMJYh66',
  XMR: '44dZUJ7w1T3fKAvFW8XyXUVoAGSbFvXef2wcbnsjNKGWYorpLJBjth5VKSFhLGkpYKJb2J341tdZHBnbpv72WL7e8zuxfR2',
  BCH: 'qpf2cphc5dkuclkqur7lhj2yuqq9pk3hmukle77vhq',
  BNB: 'bnb136ns6lfw4zs5hg4n85vdthaad7hq5m4gtkgf23',
} as const;
const ids = {
  SOL: `solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:${published.SOL}`,
  XRP: `xrpl:0:${published.XRP}`,
  XMR: `monero:418015bb9ae982a1975da7d79277c270:${published.XMR}`,
  BCH: `bip122:000000000000000000651ef99cb9fcbe:${published.BCH}`,
  BNB: `literal:ofac-sdn:${published.BNB}`,
};

let store: TestStore;
let sanctions: Subgraph;

beforeAll(async () => {
  store = await openTestStore();
  const { connection, records } = await connectSanctions(store);
  const remarks = Object.entries(published).map(
    ([ticker, address]) => `Digital Currency Address - ${ticker} ${address}`,
  );
  const row = sdnRow('27307', 'LAZARUS GROUP', { programmes: 'DPRK3', remarks: `${remarks.join('; ')}.` });
  const folder = listFolder({ 'sdn.csv': row });
  const target = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  await importLists(target, () => readOfac([folder.path]), { version: '2024-02-01' });
  folder.remove();
  await connection.close();
  sanctions = await openSanctions({ ...store, logger: createLogger('sanctions', 'silent') });
});

afterAll(async () => {
  await sanctions.close();
  await store.close();
});

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const answer = await sanctions.execute({ query, variables }, callerOf('analyst'));
  return JSON.parse(JSON.stringify(answer)) as {
    data: Record<string, never[]>;
    errors?: { extensions: { code: string } }[];
  };
}

const listingsOf = (walletIds: readonly string[]) =>
  ask(
    'query($r: [_Any!]!) { _entities(representations: $r) { ... on Wallet { id problem listings { entry } } } }',
    {
      r: walletIds.map((id) => ({ __typename: 'Wallet', id })),
    },
  );

it('an entry lists wallets on the chains of their forms, and a malformed one as a literal that says why', async () => {
  const { data } = await ask(
    '{ actors(search: "lazarus") { nodes { listedWallets { id address problem } } } }',
  );
  const [actor] = (data['actors'] as unknown as { nodes: { listedWallets: { id: string }[] }[] }).nodes;
  expect(actor?.listedWallets.map(({ id }) => id)).toEqual(Object.values(ids).sort());
  expect(actor?.listedWallets.find(({ id }) => id === ids.BNB)).toEqual({
    id: ids.BNB,
    address: published.BNB,
    problem: expect.stringContaining('prefix `bnb`') as string,
  });
});

it('each is found by its wallet, once, also in one call with the others', async () => {
  const { data, errors } = await listingsOf(Object.values(ids));
  expect(errors).toBeUndefined();
  expect(data['_entities']).toEqual(
    Object.values(ids).map((id) => ({
      id,
      problem: id === ids.BNB ? expect.stringContaining('bnb') : null,
      listings: [{ entry: '27307' }],
    })),
  );
});

it('a malformed one is matched by nothing but itself', async () => {
  const { data } = await listingsOf([
    `literal:ofac-sdn:${published.BNB.toUpperCase()}`,
    `literal:un-sc:${published.BNB}`,
    `literal:ofac-sdn:${published.BNB} `,
  ]);
  expect((data['_entities'] as unknown as { listings: unknown[] }[]).map(({ listings }) => listings)).toEqual(
    [[], [], []],
  );
});

it('a literal id of a text that names a wallet is an error, never "not listed"', async () => {
  const { errors } = await listingsOf([`literal:ofac-sdn:${published.SOL}`]);
  expect(errors?.[0]?.extensions.code).toBe('UNKNOWN_ENTITY');
});
