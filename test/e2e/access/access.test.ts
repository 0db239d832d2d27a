import { type AccessUp, accessUp, readWorld, type World } from './accessUp';
import { Judge } from './judge';
import { runCases } from './runCases';
import { SchemaOracle } from './schemaOracle';

let up: AccessUp;
beforeAll(async () => {
  up = await accessUp();
});
afterAll(() => up.close());

it('answers random queries of random tokens as an independent oracle allows', async () => {
  const result = await runCases(up, { seed: 14, cases: 400, maxFailures: 5 });
  expect(result.failures).toEqual([]);
  expect(result.cases).toBe(400);
  const codes = [...result.outcomes.keys()].join();
  for (const outcome of ['FORBIDDEN', 'UNAUTHORIZED', 'GRAPHQL_VALIDATION', 'UNKNOWN_PARTNER'])
    expect(codes).toContain(outcome);
});

describe('the judge', () => {
  let world: World;
  let oracle: SchemaOracle;
  beforeAll(async () => {
    world = await readWorld(up);
    oracle = new SchemaOracle(up.supergraphSdl);
  });

  const field = (parent: string, name: string, inner: readonly object[] = []) => ({
    parent,
    field: oracle.fieldsOf(parent).find((one) => one.name === name),
    key: name,
    args: '',
    inner,
  });
  const judged = (text: object, { status = 200, exclude }: { status?: number; exclude?: string } = {}) => {
    const nodes = [field('Account', 'id'), field('Account', 'depositWallets', [field('Wallet', 'id')])];
    const fields = [
      field('Query', 'accounts', [
        field('AccountConnection', 'totalCount'),
        field('AccountConnection', 'nodes', nodes),
      ]),
    ];
    const caller = { claims: {}, venue: 'meridian', held: new Set(['scope:enforcement:read']), exclude };
    const answer = { status, headers: '', text: JSON.stringify(text) };
    return new Judge(oracle, world.marks, world.accounts).judge(
      { caller, query: '{ accounts }', fields } as unknown as Parameters<Judge['judge']>[0],
      answer,
    );
  };
  const account = () =>
    (world.marks.get('meridian') ?? []).find((mark) => mark.startsWith('meridian:')) ?? '';
  const page = (rows: readonly object[], totalCount = world.accounts.get('meridian')) => ({
    data: { accounts: { totalCount, nodes: rows } },
  });
  const hidden = {
    message: 'You may not see Account.depositWallets.',
    path: ['accounts', 'nodes', 0, 'depositWallets'],
    extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
  };
  const good = () => ({ ...page([{ id: account(), depositWallets: null }]), errors: [hidden] });

  it('lets what is allowed pass', () => {
    expect(judged(good())).toEqual([]);
  });

  it.each<[what: string, answer: () => object, problem: string]>([
    [
      'a withheld field',
      () => ({ ...good(), ...page([{ id: account(), depositWallets: [{ id: 'x' }] }]) }),
      'LEAK at',
    ],
    ['a null without its error', () => page([{ id: account(), depositWallets: null }]), 'no error on'],
    [
      'a record of another venue',
      () => ({
        ...page([{ id: world.marks.get('harborlight')?.[0], depositWallets: null }]),
        errors: [hidden],
      }),
      'LEAK of harborlight',
    ],
    [
      'one in a message',
      () => ({ ...good(), errors: [hidden, { message: world.marks.get('kestrel')?.[0] }] }),
      'LEAK of kestrel',
    ],
    [
      'a count of all venues',
      () => ({ ...page([{ id: account(), depositWallets: null }], 99), errors: [hidden] }),
      '99 accounts counted',
    ],
    ['an extension', () => ({ ...good(), extensions: { plan: {} } }), 'an extension plan'],
  ])('finds %s', (_what, answer, problem) => {
    expect(judged(answer()).join()).toContain(problem);
  });
});
