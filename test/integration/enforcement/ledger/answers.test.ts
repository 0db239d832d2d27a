import { LedgerBusy, LedgerDamaged } from '@cordon/ledger';
import { createLogger } from '../../../../shared/logger/logger';
import { answeringLedger } from '../../../../subgraphs/enforcement/ledger/answeringLedger';
import { draft, venueFact } from '../../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';
import { callerOf } from '../../../support/identities';

let up: EnforcementUp;
beforeAll(async () => {
  up = await enforcementUp();
});
afterAll(() => up.close());

describe('what the ledger cannot do', () => {
  it('because others are always first has a code, and can be tried again', async () => {
    const busy = { ...up.database.ledger, commit: () => Promise.reject(new LedgerBusy()) };
    const { ledger } = answeringLedger(busy, createLogger('enforcement', 'silent'));
    const rejected = ledger.commit({ decide: () => Promise.reject(new Error('not asked')) });
    await expect(rejected).rejects.toMatchObject({ extensions: { code: 'LEDGER_BUSY' } });
  });

  it('because it was found damaged has a code where its head is asked for, too', async () => {
    const damaged = { ...up.database.ledger, head: () => Promise.reject(new LedgerDamaged(7, 'secret')) };
    const { ledger } = answeringLedger(damaged, createLogger('enforcement', 'silent'));
    await expect(ledger.head()).rejects.toMatchObject({
      message: 'the ledger is damaged: nothing of it is served',
      extensions: { code: 'LEDGER_DAMAGED' },
    });
  });

  it('because it was edited has a code, for reads and commands, and tells nothing of what stands in it', async () => {
    await up.data('{ accounts { totalCount } }');
    const [result] = await up.record(draft('VENUE_REGISTERED', { venues: [venueFact('v')] }));
    const { sequence } = result!.event;
    const { collection } = up.records.ledger;
    const text = (await collection.findOne({ _id: sequence as never }))!['text'] as string;
    await collection.updateOne({ _id: sequence as never }, { $set: { text: text.replace('test', 'Test') } });
    const mutation = 'mutation { registerVenue(input: { id: "w", name: "W", key: "k" }) { id } }';
    for (const query of ['{ accounts { totalCount } }', mutation]) {
      const { data, errors } = await up.ask(query, {}, callerOf('legal'));
      expect(data ?? null).toBeNull();
      expect(errors).toEqual([
        { message: 'the ledger is damaged: nothing of it is served', extensions: { code: 'LEDGER_DAMAGED' } },
      ]);
    }
    await collection.updateOne({ _id: sequence as never }, { $set: { text } });
    expect((await up.data('{ accounts { totalCount } }')).accounts.totalCount).toBe(0);
  });
});
