import { join } from 'node:path';
import { developmentKeys } from '../../../cli/token/developmentKeys';
import { signToken } from '../../../cli/token/signToken';
import { readTokenTerms } from '../../../cli/token/tokenTerms';
import type { Role } from '../../../shared/identity/roles';
import { eth, mutationText, newKey } from '../../support/commandsUp';
import { ask, type RunningProcess, runEntry, temporaryFolder } from '../../support/runCordon';

/** The acts of enforcement as clients do them: over HTTP, through the gateway, with tokens. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read field by field in the tests
type Json = any;

const folder = temporaryFolder();
const dataDir = join(folder.path, 'data');
let server: RunningProcess;
let url: string;
const tokens: Record<string, string> = {};

const people: Readonly<Record<string, readonly [role: Role, subject: string, venue?: string]>> = {
  ann: ['analyst', 'ann'],
  ben: ['approver', 'ben'],
  annApproves: ['approver', 'ann'],
  lea: ['legal', 'lea'],
  kay: ['partner', 'kay', 'kestrel'],
  mia: ['partner', 'mia', 'meridian'],
  sam: ['spokesperson', 'sam'],
};

beforeAll(async () => {
  server = runEntry('cli/bin.js', ['start'], { CORDON_DATA_DIR: dataDir, PORT: '0' });
  url = await server.printed(/listens on (http:\/\/\S+)\/graphql/);
  const keys = await developmentKeys(dataDir);
  const { issuer, audience } = readTokenTerms({});
  for (const [name, [role, subject, venue]] of Object.entries(people)) {
    tokens[name] = await signToken(keys, { issuer, audience, role, subject, ...(venue ? { venue } : {}) });
  }
});
afterAll(async () => {
  expect(await server.ended('SIGTERM')).toBe(0);
  folder.remove();
});

const as = (who: string, query: string, variables?: Record<string, unknown>): Promise<Json> =>
  ask(url, query, { token: tokens[who]!, ...(variables ? { variables } : {}) });
const act = (who: string, mutation: string, input: object): Promise<Json> =>
  as(who, mutationText(mutation), { input: { key: newKey(), ...input } });
async function done(who: string, mutation: string, input: object): Promise<Json> {
  const { data, errors } = await act(who, mutation, input);
  expect([mutation, errors]).toEqual([mutation, undefined]);
  return data[mutation];
}
const codesOf = (answer: Json): string[] =>
  (answer.errors ?? []).map(({ extensions }: { extensions: { code: string } }) => extensions.code);
const rejectionOf = async (who: string, mutation: string, input: object) =>
  codesOf(await act(who, mutation, input));
const statusOf = async (account: string) =>
  (await as('ann', `{ account(id: "${account}") { status } }`)).data.account.status;

let accounts = 0;
/** A new account at the bundled case's venue, with a process of legal's that names it. */
async function target(kind = 'SEIZURE_WARRANT') {
  const { id } = await done('kay', 'registerAccount', { venue: 'kestrel', pseudonym: `e2e-${++accounts}` });
  const process = {
    authority: 'A court',
    served: '2024-01-01T00:00:00Z',
    scope: [id],
    disclosure: 'OPEN',
    mayNotify: true,
  };
  const warrant = (await done('lea', 'recordLegalProcess', { ...process, kind })).id;
  const release = (await done('lea', 'recordLegalProcess', { ...process, kind: 'COURT_RELEASE' })).id;
  return { account: id, release, freeze: { account: id, processes: [warrant], reason: 'a test' } };
}
const approval = ({ id, digest }: Json) => ({ proposal: id, digest });

it('a freeze is proposed, approved, seen and released, by two people each time', async () => {
  const { account, freeze, release } = await target();
  const proposal = await done('ann', 'freezeAccount', freeze);
  expect(await statusOf(account)).toBe('OPEN');
  await done('ben', 'approveProposal', approval(proposal));
  expect(await statusOf(account)).toBe('FROZEN');
  const end = {
    measure: proposal.measureId,
    endReason: 'COURT_ORDER',
    processes: [release],
    reason: 'a test',
  };
  const ending = await done('ann', 'releaseMeasure', end);
  expect(await statusOf(account)).toBe('FROZEN');
  await done('ben', 'approveProposal', approval(ending));
  expect(await statusOf(account)).toBe('OPEN');
});

it('four eyes hold: not the same person under another token, another digest, or a replay', async () => {
  const { account, freeze } = await target();
  const key = newKey();
  const proposal = await done('ann', 'freezeAccount', { ...freeze, key });
  expect(await done('ann', 'freezeAccount', { ...freeze, key })).toEqual(proposal);
  expect(await rejectionOf('ann', 'freezeAccount', { ...freeze, key, reason: 'other' })).toEqual([
    'IDEMPOTENCY_KEY_REUSED',
  ]);
  expect(await rejectionOf('annApproves', 'approveProposal', approval(proposal))).toEqual([
    'CHECKER_IS_MAKER',
  ]);
  const changed = { ...approval(proposal), digest: 'a'.repeat(64) };
  expect(await rejectionOf('ben', 'approveProposal', changed)).toEqual(['PROPOSAL_CHANGED']);
  // A caller without such a scope is rejected at the gateway already.
  const unscoped = await act('ann', 'approveProposal', approval(proposal));
  expect([unscoped.data.approveProposal, codesOf(unscoped)]).toEqual([null, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
  expect(await statusOf(account)).toBe('OPEN');
  await done('ben', 'approveProposal', approval(proposal));
  expect(await rejectionOf('ben', 'approveProposal', approval(proposal))).toEqual(['ALREADY_DECIDED']);
});

it('no shape of a request gets round them: GET, a list of operations, two approvals in one document', async () => {
  const { account, freeze } = await target();
  const proposal = await done('ann', 'freezeAccount', freeze);
  const variables = { input: { key: newKey(), ...approval(proposal) } };
  const query = mutationText('approveProposal');
  const get = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const got = await fetch(`${url}/graphql?${get.toString()}`, {
    headers: { authorization: `Bearer ${tokens['ben']}`, 'apollo-require-preflight': 'yes' },
  });
  expect(got.status).toBe(405);
  const batch = JSON.stringify([
    { query, variables },
    { query, variables },
  ]);
  expect((await ask(url, '', { token: tokens['ben']!, body: batch })).status).toBe(400);
  expect(await statusOf(account)).toBe('OPEN');

  const twice = await as(
    'annApproves',
    `mutation($a: DecisionInput!, $b: DecisionInput!) { a: approveProposal(input: $a) { state } b: approveProposal(input: $b) { state } }`,
    { a: { ...variables.input, key: newKey() }, b: { ...variables.input, key: newKey() } },
  );
  expect([twice.data, codesOf(twice)]).toEqual([
    { a: null, b: null },
    ['CHECKER_IS_MAKER', 'CHECKER_IS_MAKER'],
  ]);
  const again = await as(
    'ben',
    `mutation($a: DecisionInput!, $b: DecisionInput!) { a: approveProposal(input: $a) { state } b: approveProposal(input: $b) { state } }`,
    { a: { ...variables.input, key: newKey() }, b: { ...variables.input, key: newKey() } },
  );
  expect([again.data, codesOf(again)]).toEqual([{ a: { state: 'APPROVED' }, b: null }, ['ALREADY_DECIDED']]);
  const { measures } = (await as('ann', `{ account(id: "${account}") { measures { id } } }`)).data.account;
  expect(measures).toHaveLength(1);
});

it('a partner reads and registers at its own venue, and nowhere else', async () => {
  const { account, freeze } = await target();
  const read = (who: string) =>
    as(who, `{ account(id: "${account}") { id } accounts(venue: "kestrel") { totalCount } }`);
  expect((await read('kay')).data.account).toEqual({ id: account });
  expect((await read('mia')).data).toEqual({ account: null, accounts: { totalCount: 0 } });
  const holding = { account, asset: eth, held: '1' };
  expect(await rejectionOf('mia', 'registerHolding', holding)).toEqual(['UNKNOWN_ENTITY']);
  expect(await rejectionOf('mia', 'registerAccount', { venue: 'kestrel', pseudonym: 'x' })).toEqual([
    'UNKNOWN_ENTITY',
  ]);
  await done('kay', 'registerHolding', holding);
  expect(await rejectionOf('kay', 'freezeAccount', freeze)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  const { proposals } = (await as('kay', '{ proposals { totalCount } }')).data;
  expect(proposals.totalCount).toBe(0);
});

it('rejections keep their codes through the gateway, and disclose nothing behind it', async () => {
  const { freeze } = await target('SUBPOENA');
  expect(await rejectionOf('ann', 'freezeAccount', freeze)).toEqual(['BASIS_CANNOT_CARRY']);
  expect(await rejectionOf('ann', 'freezeAccount', { ...freeze, processes: [] })).toEqual(['BASIS_MISSING']);
  expect(await rejectionOf('ann', 'freezeAccount', { ...freeze, account: 'kestrel:none' })).toEqual([
    'UNKNOWN_ENTITY',
  ]);
  expect(await rejectionOf('ann', 'freezeAccount', { ...freeze, key: '' })).toEqual(['BAD_USER_INPUT']);
  expect(await rejectionOf('ann', 'freezeAccount', { ...freeze, reason: '\ud800' })).toEqual([
    'BAD_USER_INPUT',
  ]);
  const answer = await as('sam', '{ proposals { totalCount } }');
  expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  expect(answer.text).not.toMatch(/stacktrace|node_modules|127\.0\.0\.1/);
});
