import { flagshipActor, flagshipQuery } from '../../../cli/start/flagship';
import { readmeAnswer } from '../../support/readmeAnswer';
import { runCommand } from '../../support/runCommand';
import { ask, type RunningProcess, runEntry, temporaryFolder } from '../../support/runCordon';

const folder = temporaryFolder();
let server: RunningProcess;
let url: string;
const tokens: Record<string, string> = {};

const kimSangMan = 'ofac:43377';
const env = { CORDON_DATA_DIR: folder.path };
const tokenFor = async (...args: string[]) => (await runCommand(['token', ...args], env)).stdout.trim();

beforeAll(async () => {
  server = runEntry('cli/bin.js', ['start'], {
    ...env,
    PORT: '0',
    ...(process.env['MONGODB_URL']
      ? { MONGODB_URL: process.env['MONGODB_URL'], CORDON_DATABASE_PREFIX: `flagship_${process.pid}` }
      : {}),
  });
  url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
  tokens['analyst'] = await tokenFor('--role', 'analyst');
  tokens['spokesperson'] = await tokenFor('--role', 'spokesperson');
  for (const venue of ['meridian', 'harborlight', 'kestrel'])
    tokens[venue] = await tokenFor('--role', 'partner', '--venue', venue);
});

afterAll(async () => {
  expect(await server.ended('SIGTERM')).toBe(0);
  folder.remove();
});

const as =
  (who: string) =>
  async (query: string, variables: Record<string, unknown> = {}) =>
    ask(url, query, { token: tokens[who]!, variables });

interface Frozen {
  account: { id: string; status: string; frozenSince: string; illustrative: boolean };
  actor: { id: string };
  link: { depth: number; path: { sources: { title: string; url: string; publishedOn: string }[] }[] };
  trace: {
    hops: { from: { id: string }; to: { id: string }; at: string; amount: string }[];
    completeness: string;
  };
}

const frozen = async (who: string, actor: string) => {
  const answer = await as(who)(flagshipQuery, { actor });
  expect(answer.errors).toBeUndefined();
  return answer.data.actor.frozenAccounts as { totalCount: number; completeness: string; nodes: Frozen[] };
};

it('names the frozen accounts that trace to the TRB, over two linked actors, and no others', async () => {
  const { nodes, totalCount, completeness } = await frozen('analyst', flagshipActor);
  expect(nodes.map(({ account, actor }) => [account.id, account.status, actor.id])).toEqual([
    ['harborlight:hl-77', 'FROZEN', 'ofac:43338'],
    ['harborlight:hl-81', 'FROZEN', 'ofac:27307'],
    ['meridian:acct-1001', 'FROZEN', 'ofac:27307'],
    ['meridian:acct-1002', 'BLOCKED', 'ofac:27307'],
  ]);
  expect(totalCount).toBe(4);
  // harborlight:hl-78 lies behind a hub: the answer says that it did not look there.
  expect(completeness).toBe('HUB_CUT');
});

it('answers as the README says', async () => {
  const { readme, answer } = readmeAnswer();
  expect((await as('analyst')(flagshipQuery, { actor: flagshipActor })).data).toEqual(answer);
  expect(readme.replace(/\s+/g, ' ')).toContain(flagshipQuery.replace(/\s+/g, ' '));
});

it('shows the evidence of every hop', async () => {
  for (const { account, link, trace } of (await frozen('analyst', flagshipActor)).nodes) {
    expect(account.illustrative).toBe(true);
    expect(link.path).toHaveLength(link.depth);
    for (const { sources } of link.path)
      for (const source of sources)
        expect(source).toMatchObject({ publishedOn: '2023-05-23', url: expect.stringContaining('jy1498') });
    expect(trace.hops.length).toBeGreaterThan(0);
    trace.hops.forEach((hop, i) => {
      const before = trace.hops[i - 1];
      if (!before) return;
      expect(hop.from.id).toBe(before.to.id);
      expect(Date.parse(hop.at)).toBeGreaterThanOrEqual(Date.parse(before.at));
    });
  }
});

it('finds for Kim Sang Man, whom no source links to the TRB, only his own accounts', async () => {
  const { nodes } = await frozen('analyst', kimSangMan);
  expect(nodes.map(({ account, actor }) => [account.id, actor.id])).toEqual([
    ['harborlight:hl-79', kimSangMan],
    ['kestrel:k-7', kimSangMan],
  ]);
});

it('is not changed by arguments beside it', async () => {
  const answer = await as('analyst')(
    `{ actor(id: "${flagshipActor}") { linkedActors(maxDepth: 0) { depth } tracedAccounts(maxHops: 1) { totalCount } frozenAccounts { totalCount } } }`,
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data.actor.frozenAccounts.totalCount).toBe(4);
  expect(answer.data.actor.linkedActors).toHaveLength(1);
});

describe('a partner', () => {
  it.each([
    ['meridian', ['meridian:acct-1001', 'meridian:acct-1002']],
    ['harborlight', ['harborlight:hl-77', 'harborlight:hl-81']],
    ['kestrel', []],
  ])('%s is shown its own accounts, and counts no others', async (venue, expected) => {
    const { nodes, totalCount } = await frozen(venue, flagshipActor);
    expect(nodes.map(({ account }) => account.id)).toEqual(expected);
    expect(totalCount).toBe(expected.length);
  });

  it("cannot tell another venue's account from one that does not exist", async () => {
    const query = 'query($id: ID!) { account(id: $id) { id status depositWallets { id } } }';
    const other = await as('meridian')(query, { id: 'harborlight:hl-77' });
    const nobody = await as('meridian')(query, { id: 'harborlight:nobody' });
    expect(other).toEqual({ ...nobody, text: other.text });
    expect(other.data).toEqual({ account: null });
  });

  it('is not shown by a wallet whose deposit wallet it is at another venue', async () => {
    const all = await as('analyst')(
      '{ account(id: "harborlight:hl-77") { depositWallets { id accounts { id } } } }',
    );
    const [wallet] = all.data.account.depositWallets;
    expect(wallet.accounts).toEqual([{ id: 'harborlight:hl-77' }]);
    const seen = await as('meridian')('query($w: String!) { wallet(address: $w) { accounts { id } } }', {
      w: wallet.id,
    });
    expect(seen.errors).toBeUndefined();
    expect(seen.data.wallet.accounts).toEqual([]);
  });

  it('sees no claims: it has no scope for them', async () => {
    const answer = await as('meridian')('{ claims { totalCount } }');
    expect(answer.status).toBe(403);
    expect(answer.errors[0].extensions.code).toBe('FORBIDDEN');
  });
});

describe('a spokesperson', () => {
  it('sees published claims, and of an actor what its scopes allow', async () => {
    const answer = await as('spokesperson')(
      `{ claims(first: 100) { nodes { id } } actor(id: "${flagshipActor}") { name frozenAccounts { totalCount } } }`,
    );
    expect(answer.data.claims.nodes.length).toBeGreaterThan(0);
    expect(answer.data.actor).toEqual({ name: 'TECHNICAL RECONNAISSANCE BUREAU', frozenAccounts: null });
    expect(answer.errors).toEqual([
      expect.objectContaining({
        path: ['actor', 'frozenAccounts'],
        extensions: expect.objectContaining({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' }),
      }),
    ]);
  });
});

it('has all claims of the articles, and their contradictions', async () => {
  const answer = await as('analyst')(
    '{ claims(first: 100) { totalCount nodes { id quote } } contradictions { id claims { id } } }',
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data.claims.totalCount).toBe(47);
  expect(answer.data.contradictions).toHaveLength(13);
});
