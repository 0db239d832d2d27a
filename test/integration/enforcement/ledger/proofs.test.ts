import { checkpointSigner, checkpointStore, eventRecords, problemOfProof, readProof } from '@cordon/ledger';
import { namedRecords } from '../../../../subgraphs/enforcement/vocabulary/namedRecords';
import { registerAccounts } from '../../../../subgraphs/enforcement/import/registerAccounts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';
import { callerOf } from '../../../support/identities';

const ledgerKey = '5'.repeat(64);
const signer = checkpointSigner(ledgerKey);
const query = 'query ($event: Int!) { ledgerProof(event: $event) { id proof proofRecords } }';

function textsOf(value: unknown, into = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) textsOf(one, into);
  return into;
}

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
      proofRecords: string[];
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
      expect(found?.proofRecords).toEqual(event === 1 ? [] : ['Account:v:1']);
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

  it('names every record that an event of the bundled case shows', async () => {
    const { records, ledger } = up.database;
    const types = { accounts: 'Account', processes: 'LegalProcess', measures: 'Measure' } as const;
    const known = new Map<string, string>();
    for (const [view, type] of Object.entries(types))
      for (const { _id: id } of await records[view as 'accounts'].find().lean())
        known.set(id, `${type}:${id}`);
    let shown = 0;
    for await (const { payload } of ledger.read({ after: 0 })) {
      const texts = textsOf(payload);
      const expected = [...known].flatMap(([id, name]) => (texts.has(id) ? [name] : [])).sort();
      const named = namedRecords(payload).filter((name) => !/^(?:Claim|Proposal):/.test(name));
      expect(named.sort()).toEqual(expected);
      shown += expected.length;
    }
    expect(shown).toBeGreaterThan(20);
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
