import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustCompose } from '../../../gateway/supergraph/compose';
import { eventually } from '../../support/eventually';
import { sdls } from '../../support/gatewaySubgraphs';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';
import { temporaryFolder } from '../../support/temporaryFolder';

const sanctions = sdls.sanctions
  .replace('"@requiresScopes",', '"@requiresScopes", "@policy",')
  .replace('name: String!\n', 'name: String! \n      cleared: String @policy(policies: [["cleared"]])\n')
  .replace(
    'audit: Audit! @requiresScopes(scopes: [["audit:read"]])',
    'audit: Audit! @policy(policies: [["night", "operator"], ["cleared"]])',
  )
  .replace(
    'secret: String @requiresScopes(',
    'secret: String @policy(policies: [["cleared"]]) @requiresScopes(',
  )
  .replace('linked: [Actor!]!', 'linked(kind: Kind, filter: Filter): [Actor!]!')
  .concat(
    'enum Kind @policy(policies: [["cleared"]]) { OPEN SEALED } input Filter { kind: Kind note: String within: Filter }',
  );
const sdl = mustCompose({ ...sdls, sanctions }).supergraphSdl;

const policyFile = `version: 1
policies:
  cleared:
    claims: { clearance: [secret, 3], department: [compliance] }
  night:
    claims: { shift: [night] }
  operator:
    roles: [analyst, approver]
    operator: true
`;

const folder = temporaryFolder();
const supergraph = join(folder, 'supergraph.graphql');
const policies = join(folder, 'policies.yaml');
writeFileSync(supergraph, sdl);
writeFileSync(policies, policyFile);

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp({ supergraph, policies });
});
/** Answers what the small subgraph itself does not have. */
const answerNew = () =>
  up.answers.set('sanctions', () => ({
    data: { actor: { __typename: 'Actor', id: 'a', linked: [], cleared: 'yes' } },
  }));
afterEach(() => up.answers.clear());
afterAll(() => up.close());

const ask = async (query: string, claims: object, more = {}) =>
  up.ask(query, { token: await up.issuer.sign({ scope: 'secret:read', ...claims }), ...more });

const cleared = { clearance: 'secret', department: ['sales', 'compliance'] };

describe('a policy', () => {
  it.each([
    ['by text and list', cleared, []],
    ['by number', { ...cleared, clearance: 3 }, []],
    ['not by the text of a number', { ...cleared, clearance: '3' }, ['UNAUTHORIZED_FIELD_OR_TYPE']],
    ['not without each claim', { clearance: 'secret' }, ['UNAUTHORIZED_FIELD_OR_TYPE']],
    ['not by another value', { ...cleared, department: ['sales'] }, ['UNAUTHORIZED_FIELD_OR_TYPE']],
    ['not by a scope of its name', { scope: 'cleared policy' }, ['UNAUTHORIZED_FIELD_OR_TYPE']],
  ])('is decided by claims: %s', async (_what, claims, codes) => {
    expect((await ask('{ actor(id: "a") { note secret } }', claims)).codes).toEqual(codes);
  });

  it('is needed beside scopes', async () => {
    const { codes } = await ask('{ actor(id: "a") { secret } }', { ...cleared, scope: '' });
    expect(codes).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  });

  it("is decided by roles, and whether the token is the operator's own", async () => {
    const status = async (claims: object) => (await ask('{ audit { entries } }', claims)).status;
    expect(await status({ roles: ['analyst'], shift: 'night' })).toBe(200);
    expect(await status({ roles: ['legal'], shift: 'night' })).toBe(403);
    expect(
      await status({ roles: ['analyst', 'partner'], venue: 'meridian', client_id: 'x', shift: 'night' }),
    ).toBe(403);
    expect(await status({ roles: ['analyst'] })).toBe(403);
    expect(await status({ ...cleared, roles: ['legal'] })).toBe(200);
  });

  it('is named where it is missing', async () => {
    const answer = await ask('{ audit { entries } }', { shift: 'night', roles: ['legal'] });
    expect(answer.errors?.[0]?.message).toBe(
      'You may not ask for Query.audit: it needs the policy operator, or the policy cleared.',
    );
  });
});

describe('an enum that an argument uses', () => {
  beforeEach(answerNew);
  const kinds: [what: string, query: string, variables: object | undefined, may: boolean][] = [
    ['nothing given', '{ actor(id: "a") { linked { id } } }', undefined, true],
    ['its value', '{ actor(id: "a") { linked(kind: OPEN) { id } } }', undefined, false],
    ['a variable', 'query($k: Kind) { actor(id: "a") { linked(kind: $k) { id } } }', {}, false],
    [
      'another field of an input',
      '{ actor(id: "a") { linked(filter: { note: "x" }) { id } } }',
      undefined,
      true,
    ],
    [
      'deep in an input',
      '{ actor(id: "a") { linked(filter: { within: { kind: OPEN } }) { id } } }',
      undefined,
      false,
    ],
    [
      'an input that could hold it',
      'query($f: Filter) { actor(id: "a") { linked(filter: $f) { id } } }',
      { f: { note: 'x' } },
      false,
    ],
    [
      'within one',
      'query($f: Filter) { actor(id: "a") { linked(filter: { within: $f }) { id } } }',
      {},
      false,
    ],
  ];
  it.each(kinds)('is protected: %s', async (_what, query, variables, may) => {
    up.calls.length = 0;
    const without = await ask(query, {}, { variables });
    expect(without.codes).toEqual(may ? [] : ['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(up.calls.some(({ query: sent }) => sent.includes('linked'))).toBe(may);
    expect((await ask(query, cleared, { variables })).codes).toEqual([]);
  });
});

it('a union needs what each of its members needs', async () => {
  const union = mustCompose({
    ...sdls,
    sanctions: `${sdls.sanctions} union Any = Actor | Sealed extend type Query { any: Any }`,
  }).supergraphSdl;
  const file = join(temporaryFolder(), 'union.graphql');
  writeFileSync(file, union);
  const gateway = await gatewayUp({ supergraph: file });
  try {
    const answer = await gateway.ask('{ any { ... on Sealed { __typename } } }', { scope: '' });
    expect([answer.data, answer.codes]).toEqual([{ any: null }, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
    expect(gateway.calls).toEqual([]);
  } finally {
    await gateway.close();
  }
});

describe('the policy file', () => {
  it('is followed; a wrong one, or one that leaves out a policy of the supergraph, changes nothing', async () => {
    answerNew();
    const secret = async () =>
      (await ask('{ actor(id: "a") { cleared } }', { ...cleared, clearance: 'top' })).codes;
    expect(await secret()).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    await up.replaceFollowed('policy file', policies, policyFile.replace('[secret, 3]', '[secret, top, 3]'));
    expect(await secret()).toEqual([]);
    for (const wrong of ['version: 1\npolicies: {}\n', policyFile.replace('claims', 'clams')]) {
      await up.replaceFollowed('policy file', policies, wrong);
      expect(await secret()).toEqual([]);
    }
    await up.replaceFollowed('policy file', policies, policyFile);
  });

  describe('and a supergraph that are checked against each other', () => {
    const files = () => {
      const own = temporaryFolder();
      return { supergraph: join(own, 'supergraph.graphql'), policies: join(own, 'policies.yaml') };
    };
    const readyOf = async ({ url }: GatewayUp) =>
      (
        (await (await fetch(`${url}/health/ready`)).json()) as {
          supergraph: { id: string; refused?: { reason: string } };
        }
      ).supergraph;
    const isRejected = async ({ metrics }: GatewayUp) =>
      /^cordon_reload_refused\{[^}]*policies[^}]*\} 1$/m.test(await metrics.registry.metrics());

    it('come in force where the supergraph was written first', async () => {
      const own = files();
      writeFileSync(own.supergraph, sdl);
      writeFileSync(own.policies, policyFile);
      const gateway = await gatewayUp(own);
      const health = () => readyOf(gateway);
      try {
        const { id: before } = await health();
        writeFileSync(own.supergraph, sdl.replaceAll('["cleared"]', '["vetted"]'));
        await eventually(async () => (await health()).refused?.reason.includes('the policy vetted') ?? false);
        expect((await health()).id).toBe(before);
        writeFileSync(own.policies, `${policyFile}  vetted:\n    operator: true\n`);
        await eventually(async () => (await health()).refused === undefined);
        expect((await health()).id).not.toBe(before);
      } finally {
        await gateway.close();
      }
    });

    it('come in force where the policy file was written first', async () => {
      const own = files();
      writeFileSync(own.supergraph, sdl);
      writeFileSync(own.policies, policyFile);
      const gateway = await gatewayUp(own);
      try {
        const { id: before } = await readyOf(gateway);
        const token = await gateway.issuer.sign({ scope: '', shift: 'night', clearance: 'secret' });
        const codes = async () => (await gateway.ask('{ audit { entries } }', { token })).codes;
        writeFileSync(own.policies, policyFile.replace(/ {2}cleared:\n.*\n/, '').replace('[night]', '[day]'));
        await eventually(() => isRejected(gateway));
        expect(await codes()).toEqual([]);
        writeFileSync(own.supergraph, sdl.replaceAll('["cleared"]', '["night"]'));
        await eventually(async () => !(await isRejected(gateway)));
        expect((await readyOf(gateway)).id).not.toBe(before);
        expect(await codes()).toEqual(['FORBIDDEN']);
      } finally {
        await gateway.close();
      }
    });
  });

  it.each([
    ["the place of a supergraph's policy", 'version: 1\npolicies: {}\n', 'the policy'],
    ['a role that there is not', policyFile.replace('approver', 'approve'), 'policies.yaml:8'],
    [
      'a policy without a condition',
      policyFile.replace('claims: { shift: [night] }', '{}'),
      'policies.yaml:5',
    ],
    [
      'a policy of no claims, which every token would satisfy',
      policyFile.replace('{ shift: [night] }', '{}'),
      'at least one claim is expected',
    ],
    ['a claim of no values', policyFile.replace('[night]', '[]'), 'at least one value is expected'],
    ['no roles', policyFile.replace('[analyst, approver]', '[]'), 'at least one role is expected'],
    ['a built-in policy', policyFile.replace('night:', 'auditor:'), 'auditor is built in'],
  ])('keeps a gateway from starting, with %s', async (_what, text, message) => {
    const file = join(temporaryFolder(), 'policies.yaml');
    writeFileSync(file, text);
    await expect(gatewayUp({ supergraph, policies: file })).rejects.toThrow(message);
  });
});
