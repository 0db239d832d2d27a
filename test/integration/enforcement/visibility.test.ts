import { join } from 'node:path';
import { projectRoot } from '../../../shared/config/projectRoot';
import { roles } from '../../../shared/identity/roles';
import { callerOf } from '../../support/identities';
import { type EnforcementUp, enforcementUp, writeCase } from '../../support/enforcementUp';

let up: EnforcementUp;

const small = {
  'claims.yaml': `texts:
  - { id: open, source: memo, published: true, sha256: ${'a'.repeat(64)} }
  - { id: secret, source: memo, sha256: ${'b'.repeat(64)} }
claims:
  - { id: P1, text: open, offset: 0, length: 4, statement: One, modality: STATES, subject: s, predicate: p, about: ['ofac:1'] }
  - { id: P2, text: open, offset: 5, length: 4, statement: Two, modality: DENIES, subject: s, predicate: p }
  - { id: R1, text: secret, offset: 0, length: 4, statement: Three, modality: STATES, subject: s, predicate: q, about: ['ofac:1'] }
`,
  'contradictions.yaml': `- { id: both, topic: a, claims: [P1, P2] }
- { id: half, topic: b, claims: [P1, R1], explanation: It speaks of what is not published. }
`,
};

beforeAll(async () => {
  up = await enforcementUp();
  await up.importCase(join(projectRoot(), 'cases', 'dprk-2023'));
  const { folder, remove } = writeCase(small);
  await up.importCase(folder);
  remove();
});
afterAll(() => up.close());

describe('a partner', () => {
  it('sees the accounts of its venue and counts no others, with every filter', async () => {
    const list = (caller = callerOf('analyst'), filter = '') =>
      up.data(`{ accounts(first: 100${filter}) { totalCount nodes { id } } }`, {}, caller);
    const all = (await list()).accounts.nodes.map(({ id }: { id: string }) => id) as string[];
    for (const venue of ['meridian', 'harborlight', 'kestrel']) {
      const partner = callerOf('partner', venue);
      const own = all.filter((id) => id.startsWith(`${venue}:`));
      const { accounts } = await list(partner);
      expect(accounts).toEqual({ totalCount: own.length, nodes: own.map((id) => ({ id })) });
      for (const filter of [', venue: "meridian"', ', status: FROZEN', ', status: OPEN']) {
        const staff = (await list(callerOf('analyst'), filter)).accounts.nodes as { id: string }[];
        const theirs = staff.filter(({ id }) => own.includes(id));
        expect((await list(partner, filter)).accounts).toEqual({ totalCount: theirs.length, nodes: theirs });
      }
    }
  });

  it("cannot tell another venue's account from none", async () => {
    const ask = (id: string) =>
      up.ask('query($id: ID!) { account(id: $id) { id } }', { id }, callerOf('partner', 'kestrel'));
    expect(await ask('meridian:acct-1001')).toEqual({ data: { account: null } });
    expect(await ask('no-such-account')).toEqual({ data: { account: null } });
  });

  it('is not told who made and checked a measure', async () => {
    const query = '{ account(id: "kestrel:k-7") { measures { maker checker kind } } }';
    expect((await up.data(query)).account.measures[0].maker).toBeTruthy();
    const [measure] = (await up.data(query, {}, callerOf('partner', 'kestrel'))).account.measures;
    expect(measure).toEqual({ maker: null, checker: null, kind: 'FREEZE' });
  });
});

describe('a process that must not be disclosed', () => {
  it('is hidden from those who need not know: no basis, no count, no placeholder', async () => {
    const query = '{ account(id: "harborlight:hl-77") { status measures { bases { id kind } } } }';
    const seen: Record<string, string[]> = {};
    for (const role of roles) {
      const caller = callerOf(role, role === 'partner' ? 'harborlight' : null);
      // A spokesperson's own scopes do not let it ask.
      const reader = { ...caller, scopes: [...caller.scopes, 'enforcement:read'] };
      const { account } = await up.data(query, {}, reader);
      expect(account.status).toBe('FROZEN');
      seen[role] = account.measures[0].bases.map(({ kind }: { kind: string }) => kind);
    }
    const all = ['FREEZE_REQUEST', 'RESTRAINING_ORDER'];
    expect(seen).toEqual({
      analyst: ['FREEZE_REQUEST'],
      approver: all,
      legal: all,
      'reporting-officer': ['FREEZE_REQUEST'],
      auditor: all,
      spokesperson: ['FREEZE_REQUEST'],
      partner: ['FREEZE_REQUEST'],
    });
  });

  it('stays hidden from a partner that also has a role at the operator', async () => {
    const caller = {
      ...callerOf('partner', 'harborlight'),
      roles: ['partner', 'auditor'] as ('partner' | 'auditor')[],
    };
    const { account } = await up.data(
      '{ account(id: "harborlight:hl-77") { measures { bases { kind } } } }',
      {},
      caller,
    );
    expect(account.measures[0].bases).toEqual([{ kind: 'FREEZE_REQUEST' }]);
  });
});

describe('with only claims:published', () => {
  const query = `{ claims(first: 200, about: "ofac:1") { totalCount nodes { id } }
    contradictions { id } about: contradictions(about: "ofac:1") { id } }`;

  it('claims of texts that are not published are neither shown nor counted', async () => {
    const all = await up.data(query);
    expect(all.claims).toEqual({ totalCount: 2, nodes: [{ id: 'small:P1' }, { id: 'small:R1' }] });
    const published = await up.data(query, {}, callerOf('spokesperson'));
    expect(published.claims).toEqual({ totalCount: 1, nodes: [{ id: 'small:P1' }] });
  });

  it('a contradiction is shown where all of its claims are', async () => {
    const all = await up.data(query);
    expect(all.about).toEqual([{ id: 'small:both' }, { id: 'small:half' }]);
    const published = await up.data(query, {}, callerOf('spokesperson'));
    expect(published.about).toEqual([{ id: 'small:both' }]);
    expect(published.contradictions).toEqual(
      all.contradictions.filter(({ id }: { id: string }) => id !== 'small:half'),
    );
  });
});
