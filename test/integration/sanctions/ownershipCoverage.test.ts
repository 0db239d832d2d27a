import { createLogger } from '../../../shared/logger/logger';
import { connectSanctions } from '../../../subgraphs/sanctions/connectSanctions';
import { readFtm } from '../../../subgraphs/sanctions/import/ftm/readFtm';
import { readOfac } from '../../../subgraphs/sanctions/import/ofac/readOfac';
import { importLists } from '../../../subgraphs/sanctions/import/importLists';
import { importLeaseStore } from '../../../subgraphs/sanctions/importLease/importLease.store';
import type { ListReading } from '../../../subgraphs/sanctions/list/listReading';
import { listVersionStore } from '../../../subgraphs/sanctions/list/listVersion.store';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { callerOf } from '../../support/identities';
import { listFolder, sdnRow } from '../../support/listFolder';
import { openTestStore } from '../../support/openTestStore';

const owner = { id: 'owner', schema: 'Person', properties: { name: ['Omar Khalid'], topics: ['sanction'] } };
const other = { id: 'other', schema: 'Person', properties: { name: ['Ana Lima'], topics: ['sanction'] } };
const collection = [
  owner,
  { id: 'unlisted', schema: 'Person', properties: { name: ['Jane Roe'] } },
  { id: 'owned', schema: 'Company', properties: { name: ['Middle LLC'] } },
  { id: 'beside', schema: 'Company', properties: { name: ['Beside LLC'] } },
  { id: 'o1', schema: 'Ownership', properties: { owner: ['owner'], asset: ['owned'], percentage: ['100%'] } },
  {
    id: 'o2',
    schema: 'Ownership',
    properties: { owner: ['unlisted'], asset: ['beside'], percentage: ['100'] },
  },
  { id: 'o3', schema: 'Ownership', properties: { owner: ['owner'], asset: ['beside'], percentage: ['0%'] } },
];

const ftm = (entities: readonly object[], dataset: string) => async () => {
  const folder = listFolder({ 'entities.ftm.json': entities.map((one) => JSON.stringify(one)).join('\n') });
  return readFtm([folder.path], { dataset }).finally(() => folder.remove());
};

const sdn = async () => {
  const folder = listFolder({ 'sdn.csv': sdnRow('100', 'PARTY') });
  return readOfac([folder.path]).finally(() => folder.remove());
};

/** Asks for the ownership of both companies, where these lists are imported beside the collection. */
async function ownershipBeside(lists: readonly (() => Promise<ListReading[]>)[]) {
  const store = await openTestStore();
  const { connection, records } = await connectSanctions(store);
  const into = { store: listVersionStore(records), leases: importLeaseStore(records.importLeases) };
  for (const read of [ftm(collection, 'sanctions'), ...lists])
    await importLists(into, read, { version: '2024-02-01' });
  const sanctions = await openSanctions({
    ...store,
    logger: createLogger('sanctions', 'silent'),
    now: () => new Date('2024-03-01T00:00:00Z'),
  });
  try {
    const ownership = 'ownership { status stakes { owner { id } ownerListed } }';
    const query = `{ owned: actor(id: "opensanctions:owned") { ${ownership} } beside: actor(id: "opensanctions:beside") { ${ownership} } }`;
    const { data, errors } = JSON.parse(
      JSON.stringify(await sanctions.execute({ query }, callerOf('analyst'))),
    );
    expect(errors).toBeUndefined();
    const listed = ({ stakes }: { stakes: { owner: { id: string }; ownerListed: boolean | null }[] }) =>
      Object.fromEntries(stakes.map((stake) => [stake.owner.id, stake.ownerListed]));
    return {
      owned: [data.owned.ownership.status, listed(data.owned.ownership)],
      beside: [data.beside.ownership.status, listed(data.beside.ownership)],
    };
  } finally {
    await sanctions.close();
    await connection.close();
    await store.close();
  }
}

it('does not know who is blocked where no list that blocks is imported', async () => {
  expect(await ownershipBeside([])).toEqual({
    owned: ['UNKNOWN', { 'opensanctions:owner': null }],
    beside: ['UNKNOWN', { 'opensanctions:unlisted': null, 'opensanctions:owner': null }],
  });
});

it('does not take a party of a collection for unblocked where OFAC’s own file has it under another id', async () => {
  expect(await ownershipBeside([sdn])).toEqual({
    owned: ['UNKNOWN', { 'opensanctions:owner': null }],
    beside: ['NOT_SHOWN', { 'opensanctions:unlisted': false, 'opensanctions:owner': null }],
  });
});

it.each([
  ['blocked where it is on', [owner], 'BLOCKED', true],
  ['not blocked where it is not on', [other], 'NOT_SHOWN', false],
])(
  'takes a party of a collection for %s the data set of the SDN list',
  async (_, entities, status, listed) => {
    expect(await ownershipBeside([ftm(entities, 'us_ofac_sdn')])).toEqual({
      owned: [status, { 'opensanctions:owner': listed }],
      beside: ['NOT_SHOWN', { 'opensanctions:unlisted': false, 'opensanctions:owner': listed }],
    });
  },
);
