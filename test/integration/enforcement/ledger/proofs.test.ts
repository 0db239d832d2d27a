import { checkpointSigner, checkpointStore, eventRecords, problemOfProof, readProof } from '@cordon/ledger';
import { registerAccounts } from '../../../../subgraphs/enforcement/import/registerAccounts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';
import { callerOf } from '../../../support/identities';

const ledgerKey = '5'.repeat(64);
const signer = checkpointSigner(ledgerKey);
const query = 'query ($event: Int!) { ledgerProof(event: $event) { id proof } }';

describe('the proof of an event', () => {
  let up: EnforcementUp;
  beforeAll(async () => {
    up = await enforcementUp(undefined, { ledgerKey });
    const source = { id: 'deposits', title: 'A list of deposit wallets' };
    await registerAccounts(up.database, [{ venue: 'v', account: '1' }], source);
  });
  afterAll(() => up.close());
  const proofOf = async (event: number) =>
    (await up.data(query, { event }, callerOf('auditor'))).ledgerProof as {
      id: string;
      proof: string;
    } | null;

  it('is null until a checkpoint covers it, and leads to that checkpoint then', async () => {
    expect(await proofOf(1)).toBeNull();
    const { records } = up.database;
    const checkpoint = await checkpointStore({
      ledger: 'enforcement',
      events: eventRecords(records.ledger),
      records: records.checkpoints,
      keys: [signer.publicJwk],
    }).take(signer, new Date());
    for (const event of [1, 2]) {
      const found = await proofOf(event);
      expect(found?.id).toBe(String(event));
      const proof = readProof(found?.proof ?? '');
      expect(proof?.checkpoint).toBe(checkpoint?.text);
      expect(problemOfProof(proof!, checkpoint!)).toBeUndefined();
    }
    for (const event of [-1, 0, 3, 2 ** 31 - 1]) expect(await proofOf(event)).toBeNull();
  });

  it('has its event named by measures to nobody else', async () => {
    const measures = '{ accounts { nodes { measures { events } } } }';
    await up.importCase('cases/dprk-2023');
    const eventsFor = async (role: 'auditor' | 'analyst') => {
      const { accounts } = await up.data(measures, {}, callerOf(role));
      return accounts.nodes.flatMap((account: { measures: { events: number[] | null }[] }) =>
        account.measures.map(({ events }) => events),
      ) as (number[] | null)[];
    };
    const known = await eventsFor('auditor');
    expect(known.length).toBeGreaterThan(3);
    expect(known.every((events) => events !== null && events.length > 0)).toBe(true);
    expect(new Set(await eventsFor('analyst'))).toEqual(new Set([null]));
  });

  it('is for who may know of every legal process, as it shows the event whole', async () => {
    for (const role of ['legal', 'approver', 'auditor'] as const)
      expect((await up.ask(query, { event: 1 }, callerOf(role))).errors).toBeUndefined();
    for (const role of ['analyst', 'reporting-officer'] as const) {
      const { data, errors } = await up.ask(query, { event: 1 }, callerOf(role));
      expect([data.ledgerProof, errors[0].extensions.code]).toEqual([null, 'ROLE_MISSING']);
    }
    const partner = await up.ask(query, { event: 1 }, callerOf('partner', 'v'));
    expect([partner.data.ledgerProof, partner.errors[0].extensions.code]).toEqual([
      null,
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ]);
  });
});
