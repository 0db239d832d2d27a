import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { projectRoot } from '../../../shared/config/projectRoot';
import { callerOf } from '../../support/identities';
import { type EnforcementUp, enforcementUp } from '../../support/enforcementUp';

const bundledCase = join(projectRoot(), 'cases', 'dprk-2023');
let up: EnforcementUp;

beforeAll(async () => {
  up = await enforcementUp();
  await up.importCase(bundledCase);
});
afterAll(() => up.close());

describe('the bundled case', () => {
  it('is loaded once: the same edition again writes nothing', async () => {
    const again = await up.importCase(bundledCase);
    expect(again).toMatchObject({
      loaded: false,
      records: { accounts: 14, claims: 47, contradictions: 13, venues: 3 },
    });
  });

  it('has accounts whose status comes from the measures in force', async () => {
    const { accounts } = await up.data(
      '{ accounts(first: 100) { totalCount nodes { id status frozenSince illustrative venue { id name illustrative } } } }',
    );
    expect(accounts.totalCount).toBe(14);
    expect(
      Object.fromEntries(
        accounts.nodes.map((node: { id: string; status: string }) => [node.id, node.status]),
      ),
    ).toEqual({
      'harborlight:hl-77': 'FROZEN',
      'harborlight:hl-78': 'FROZEN',
      'harborlight:hl-79': 'FROZEN',
      'harborlight:hl-80': 'FROZEN',
      'harborlight:hl-81': 'FROZEN',
      'harborlight:hl-82': 'FROZEN',
      'kestrel:k-5': 'OPEN',
      'kestrel:k-6': 'RESTRICTED',
      'kestrel:k-7': 'FROZEN',
      'meridian:acct-1001': 'FROZEN',
      'meridian:acct-1002': 'BLOCKED',
      'meridian:acct-1003': 'FLAGGED',
      'meridian:acct-1004': 'OPEN',
      'meridian:acct-1005': 'FROZEN',
    });
    expect(accounts.nodes.every((node: { illustrative: boolean }) => node.illustrative)).toBe(true);
    const blocked = accounts.nodes.find((node: { id: string }) => node.id === 'meridian:acct-1002');
    // Blocked in 2023, and held without a gap since the freeze of 2022.
    expect(blocked.frozenSince).toBe('2022-05-12T00:00:00Z');
  });

  it('blocks from the day of the designation in New York, and not from the evening before', async () => {
    const { account, obligations } = await up.data(
      `{ account(id: "meridian:acct-1002") {
           before: status(asOf: "2023-05-23T03:59:59Z") after: status(asOf: "2023-05-23T04:00:00Z")
           measures { kind from bases { kind law effective } } venue { jurisdictions } }
         obligations(first: 200) { nodes { id kind arisesOn note } } }`,
    );
    expect([account.before, account.after]).toEqual(['FROZEN', 'BLOCKED']);
    expect(account.venue.jurisdictions).toEqual(['US']);
    expect(account.measures[1]).toEqual({
      kind: 'BLOCK',
      from: '2023-05-23T04:00:00Z',
      bases: [{ kind: 'OFAC_DESIGNATION', law: 'US', effective: '2023-05-23T04:00:00Z' }],
    });
    expect(obligations.nodes).toContainEqual({
      id: 'initial-report:dprk-2023:block-1002',
      kind: 'INITIAL_BLOCKING_REPORT',
      arisesOn: '2023-05-23',
      note: null,
    });
  });

  it('shows each measure with its bases, also those that ended', async () => {
    const { account } = await up.data(
      `{ account(id: "meridian:acct-1004") { status was: status(asOf: "2022-06-01T00:00:00Z") frozenSince
         measures { kind from to endReason inForce then: inForce(asOf: "2022-08-31T23:59:59Z") maker checker observed bases { kind docket served illustrative } source { title } } } }`,
    );
    expect(account).toMatchObject({ status: 'OPEN', was: 'FROZEN', frozenSince: null });
    expect(account.measures).toEqual([
      expect.objectContaining({
        kind: 'FREEZE',
        to: '2022-09-01T00:00:00Z',
        endReason: 'WITHDRAWAL',
        inForce: false,
        then: true,
        observed: false,
        bases: [
          expect.objectContaining({ kind: 'FREEZE_REQUEST', docket: expect.stringMatching(/^MADE-UP/) }),
        ],
      }),
    ]);
  });

  it('tells what nobody observed from zero', async () => {
    const { account } = await up.data(
      '{ account(id: "meridian:acct-1002") { holdings { asset { id symbol decimals } frozen inflow held destroyed illustrative } } }',
    );
    expect(account.holdings).toEqual([
      {
        asset: { id: 'eip155:1/slip44:60', symbol: 'ETH', decimals: 18 },
        frozen: '15000000000000000000',
        inflow: null,
        held: '16000000000000000000',
        destroyed: null,
        illustrative: true,
      },
    ]);
  });

  it('has the theft per asset, with dated and sourced valuations, and the recovery', async () => {
    const { incidents, recoveries } = await up.data(
      `{ incidents { totalCount nodes { id happenedOn actors { id } losses { amount asset { symbol } } valuations { usdCents time { text from to } source { title } } source { url } } }
         recoveries { nodes { announcedOn accounts valuation { usdCents time { text } source { publisher } } incident { id } actors { id } } } }`,
    );
    expect(incidents.totalCount).toBe(1);
    const [theft] = incidents.nodes;
    expect(theft.losses).toEqual([
      { amount: '173600000000000000000000', asset: { symbol: 'ETH' } },
      { amount: '25500000000000', asset: { symbol: 'USDC' } },
    ]);
    expect(theft.valuations.length).toBeGreaterThan(1);
    for (const { time, source } of theft.valuations) expect(time.text && source.title).toBeTruthy();
    expect(recoveries.nodes).toEqual([
      expect.objectContaining({ announcedOn: '2022-04-22', accounts: 86, incident: { id: theft.id } }),
    ]);
  });

  it('has the claims in our own words, each with its place', async () => {
    const { claims } = await up.data(
      `{ claims(first: 100) { totalCount nodes { id statement quote offset length textSha256 modality subject predicate object value unit time { text from to } about source { title } } } }`,
    );
    expect(claims.totalCount).toBe(47);
    expect(claims.nodes).toHaveLength(47);
    for (const claim of claims.nodes) {
      expect(claim.quote).toBeNull();
      expect(claim.length).toBeGreaterThan(0);
      expect(claim.textSha256).toHaveLength(createHash('sha256').digest('hex').length);
    }
    const byId = Object.fromEntries(claims.nodes.map((claim: { id: string }) => [claim.id, claim]));
    expect(byId['dprk-2023:B11']).toMatchObject({ modality: 'SUSPECTS', value: '620000000', unit: 'USD' });
    expect(byId['dprk-2023:C10']).toMatchObject({ modality: 'STATES', about: byId['dprk-2023:B11'].about });
    // An interval with an open beginning, and never a point.
    expect(byId['dprk-2023:A05'].time).toMatchObject({ from: null, to: '2022-05-24' });
  });

  it('finds claims and contradictions by what they are about', async () => {
    const { claims, contradictions } = await up.data(
      '{ claims(about: "ofac:43377") { totalCount nodes { id } } contradictions(about: "ofac:43377") { id claims { id } primary explanation } }',
    );
    expect(claims.nodes.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['dprk-2023:B08', 'dprk-2023:C06']),
    );
    expect(claims.totalCount).toBe(claims.nodes.length);
    const role = contradictions.find(({ id }: { id: string }) => id === 'dprk-2023:X6');
    expect(role.claims.map(({ id }: { id: string }) => id)).toEqual(
      ['B08', 'B09', 'C06', 'C07', 'C08'].map((id) => `dprk-2023:${id}`),
    );
    expect(role.primary && role.explanation).toBeTruthy();
    expect(contradictions.map(({ id }: { id: string }) => id)).not.toContain('dprk-2023:X9');
  });

  it('shows all of its contradictions, also to a spokesperson, as the articles are published', async () => {
    const query = '{ contradictions { id claims { id } } claims(first: 200) { totalCount nodes { id } } }';
    const analyst = await up.data(query);
    expect(analyst.contradictions).toHaveLength(13);
    expect(await up.data(query, {}, callerOf('spokesperson'))).toEqual(analyst);
  });
});
