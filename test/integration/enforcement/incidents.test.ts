import { join } from 'node:path';
import { projectRoot } from '../../../shared/config/projectRoot';
import { accountFact, draft, someSource, venueFact } from '../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../support/enforcementUp';
import { callerOf } from '../../support/identities';

let up: EnforcementUp;
const ether = 'eip155:1/slip44:60';
const valuation = (usdCents: string, day: string) => ({
  usdCents,
  time: { text: day, from: day, to: day },
  source: { ...someSource, id: `source of ${day}` },
});

beforeAll(async () => {
  up = await enforcementUp();
  await up.importCase(join(projectRoot(), 'cases', 'dprk-2023'));
});
afterAll(() => up.close());

describe('incidents', () => {
  const ids = async (filter: string) =>
    (await up.data(`{ incidents${filter} { totalCount nodes { id } } }`)).incidents as {
      totalCount: number;
      nodes: { id: string }[];
    };

  it('have what was lost per asset, and what it was worth by source and time, never as a sum', async () => {
    const { incidents } = await up.data(
      '{ incidents { nodes { id happenedOn losses { amount asset { symbol } } valuations { usdCents time { text } source { title } } } } }',
    );
    const [ronin] = incidents.nodes;
    expect(ronin.happenedOn).toBe('2022-03-23');
    expect(ronin.losses).toEqual([
      { amount: '173600000000000000000000', asset: { symbol: 'ETH' } },
      { amount: '25500000000000', asset: { symbol: 'USDC' } },
    ]);
    expect(ronin.valuations.length).toBeGreaterThan(0);
    for (const one of ronin.valuations) expect([one.time.text, one.source.title].every(Boolean)).toBe(true);
  });

  it('can be asked for by actor and day', async () => {
    const { nodes } = await ids('');
    const actors = await up.data('{ incidents { nodes { id actors { id } } } }');
    const actor = actors.incidents.nodes[0].actors[0].id as string;
    expect((await ids(`(actor: "${actor}")`)).nodes).toContainEqual(nodes[0]);
    expect(await ids('(actor: "ofac:0")')).toEqual({ totalCount: 0, nodes: [] });
    expect(await ids('(since: "2022-03-23", until: "2022-03-23")')).toEqual({
      totalCount: 1,
      nodes: [nodes[0]],
    });
    expect(await ids('(since: "2022-03-24")')).toEqual({ totalCount: 0, nodes: [] });
    expect(await ids('(until: "2022-03-22")')).toEqual({ totalCount: 0, nodes: [] });
  });

  it('keep a valuation that is recorded later beside those that they have', async () => {
    const before = await up.data('{ incidents { nodes { id valuations { usdCents } } } }');
    const { id, valuations } = before.incidents.nodes[0];
    await up.record(
      draft('VALUATION_RECORDED', {
        valuations: [
          {
            id: 'later',
            about: { kind: 'INCIDENT', incidentId: id },
            valuation: valuation('123', '2024-01-01'),
            illustrative: true,
          },
        ],
      }),
    );
    const after = await up.data('{ incidents { nodes { valuations { usdCents } } } }');
    expect(after.incidents.nodes[0].valuations).toEqual([...valuations, { usdCents: '123' }]);
    // The corrector of an incident need not have seen it: it is another fact, with a source of its own.
    const row = (await up.records.incidents.findById(id).lean())!;
    const { title, happenedOn, actorIds, losses, illustrative, source } = row;
    const own = { ...valuation('99', '2023-01-01') };
    const corrected = { id, title, happenedOn, actorIds, losses, illustrative, valuations: [own] };
    await up.record(
      draft('CORRECTED', {
        corrects: row.recordedBy,
        reason: 'a test',
        incidents: [{ ...corrected, source: { ...someSource, title: source.title } }],
      }),
    );
    const last = await up.data('{ incidents { nodes { valuations { usdCents } } } }');
    expect(last.incidents.nodes[0].valuations).toEqual([{ usdCents: '99' }, { usdCents: '123' }]);
    expect(await up.database.rebuild()).toMatchObject({ differences: 0 });
  });
});

describe('recoveries', () => {
  it('have their worth and over how many accounts, and can be asked for by incident and actor', async () => {
    const query = (filter: string) =>
      up.data(
        `{ recoveries${filter} { totalCount nodes { id accounts valuation { usdCents time { text } source { title } } incident { id } } } }`,
      );
    const { recoveries } = await query('');
    const [ronin] = recoveries.nodes;
    expect(ronin).toMatchObject({ accounts: 86, valuation: { usdCents: '580000000' } });
    expect((await query(`(incident: "${ronin.incident.id}")`)).recoveries.nodes).toEqual([ronin]);
    expect((await query('(incident: "none")')).recoveries.totalCount).toBe(0);
    expect((await query('(actor: "ofac:0")')).recoveries).toMatchObject({ totalCount: 0, nodes: [] });
  });
});

describe('what a holding was worth', () => {
  it("is shown by each source beside the others, only to the account's own venue", async () => {
    const about = { kind: 'HOLDING' as const, accountId: 'w:a', venueId: 'w', asset: ether, amount: '7' };
    const given = [valuation('1400', '2024-02-01'), valuation('1500', '2024-03-01')];
    await up.record(
      draft('ACCOUNT_REGISTERED', { venues: [venueFact('w')], accounts: [accountFact('w:a')] }),
      draft('AMOUNT_OBSERVED', {
        observations: [
          {
            accountId: 'w:a',
            venueId: 'w',
            asset: ether,
            illustrative: true,
            column: 'held',
            amount: '7',
            source: someSource,
          },
        ],
      }),
      draft('VALUATION_RECORDED', {
        valuations: given.map((one, i) => ({ id: `v${i}`, about, valuation: one, illustrative: true })),
      }),
    );
    const query = `{ account(id: "w:a") { holdings { held valuations { id amount valuation { usdCents time { from } } } } } }`;
    const expected = given.map(({ usdCents, time: { from } }, i) => ({
      id: `v${i}`,
      amount: '7',
      valuation: { usdCents, time: { from } },
    }));
    for (const caller of [callerOf('analyst'), callerOf('partner', 'w')]) {
      const { account } = await up.data(query, {}, caller);
      expect(account.holdings).toEqual([{ held: '7', valuations: expected }]);
    }
    expect((await up.data(query, {}, callerOf('partner', 'meridian'))).account).toBeNull();
    expect(await up.database.rebuild()).toMatchObject({ differences: 0 });
  });
});
