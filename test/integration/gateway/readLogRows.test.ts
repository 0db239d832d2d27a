import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { mongo } from 'mongoose';
import { connectGateway } from '../../../gateway/store/gatewayStore.store';
import { mustCompose } from '../../../gateway/supergraph/compose';
import { readGatewaySdls } from '../../../gateway/supergraph/committed';
import { projectRoot } from '../../../shared/config/projectRoot';
import { sdls } from '../../support/gatewaySubgraphs';
import { gatewayUp } from '../../support/gatewayUp';
import { openTestStore } from '../../support/openTestStore';
import { temporaryFolder } from '../../support/temporaryFolder';

const restricted = mustCompose({
  ...sdls,
  ...readGatewaySdls(projectRoot()),
  enforcement: sdls.enforcement.replace('type Account @key', 'type Account @tag(name: "restricted") @key'),
}).supergraphSdl;

type Rows = mongo.Collection<{ _id: number; subject?: string; records?: string[] }>;

it.each<[what: string, edit: (rows: Rows) => Promise<unknown>, shown: string]>([
  ['lost a row', (rows) => rows.deleteOne({ _id: 2 }), 'the row of event 2 of the read log is missing'],
  [
    'names another record in a row',
    (rows) => rows.updateOne({ _id: 2 }, { $set: { records: ['Account:acc-b'] } }),
    'the row of event 2 of the read log was edited',
  ],
  [
    'names another reader in a row',
    (rows) => rows.updateOne({ _id: 3 }, { $set: { subject: 'nobody' } }),
    'the row of event 3 of the read log was edited',
  ],
  [
    'has a row that no event gives',
    (rows) => rows.insertOne({ _id: 1.5, subject: 'nobody', records: [] }),
    'the read log has 4 rows of its first 3 events',
  ],
])('a log that %s shows nothing until its rows are made anew', async (_what, edit, shown) => {
  const own = await openTestStore();
  const supergraph = join(temporaryFolder(), 'supergraph.graphql');
  writeFileSync(supergraph, restricted);
  const gateway = await gatewayUp({ supergraph }, undefined, own);
  const inspected = await connectGateway(own);
  const { readRows } = inspected;
  const asked = async () => {
    const token = await gateway.issuer.sign({ sub: 'auditor@house', roles: ['auditor'] });
    const { data, codes } = await gateway.ask('{ reads { totalCount nodes { sequence } } }', { token });
    return { data, codes };
  };
  try {
    for (let i = 0; i < 3; i++) await gateway.ask('{ account(id: "acc-a") { status } }');
    await readRows.catchUp();
    await expect(readRows.compare()).resolves.toBeUndefined();
    await edit(inspected.connection.collection('reads'));
    await expect(readRows.compare()).rejects.toThrow(shown);
    expect(await asked()).toEqual({ data: { reads: null }, codes: ['LEDGER_DAMAGED'] });
    expect(await readRows.rebuild({ acceptLoss: false })).toEqual({ rows: 3, differences: 1 });
    await expect(readRows.compare()).resolves.toBeUndefined();
    expect(await readRows.rebuild({ acceptLoss: false })).toEqual({ rows: 3, differences: 0 });
    expect(await asked()).toMatchObject({ data: { reads: { totalCount: 3 } }, codes: [] });
  } finally {
    await gateway.close();
    await inspected.close();
    await own.close();
  }
});

it('forgets rows of lost events only where that is asked for', async () => {
  const own = await openTestStore();
  const inspected = await connectGateway(own);
  const { readRows, reads: ledger, connection } = inspected;
  const event = { happenedAt: '2026-01-01T00:00:00.000Z', type: 'READ', maker: 'somebody' };
  try {
    await ledger.append([1, 2, 3].map((n) => ({ ...event, payload: { records: [`Account:${n}`] } })));
    await readRows.catchUp();
    await connection.collection<{ _id: number }>('ledger').deleteOne({ _id: 3 });
    const restarted = await connectGateway(own);
    try {
      await expect(restarted.readRows.rebuild({ acceptLoss: false })).rejects.toThrow('event 3');
      expect(await restarted.readRows.rebuild({ acceptLoss: true })).toEqual({ rows: 2, differences: 1 });
      await expect(restarted.readRows.compare()).resolves.toBeUndefined();
    } finally {
      await restarted.close();
    }
  } finally {
    await inspected.close();
    await own.close();
  }
});
