import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { projectRoot } from '../../../shared/config/projectRoot';
import type { Identity } from '../../../shared/identity/identity';
import { address, type CaseTransfer, makeCase, says, walletId } from '../../support/attributionCase';
import { ask, type Opened, openLoaded } from '../../support/attributionSubgraph';
import { eventually } from '../../support/eventually';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

/**
 * Two worlds that differ only in the deposit wallets of another venue. In one it has some, on every path that
 * funds take to the caller's own accounts and beside them. In the other it has none there. A partner gets the
 * same answers from both, whatever it asks or tries.
 */

const sdl = readFileSync(join(projectRoot(), 'subgraphs', 'attribution', 'schema.graphql'), 'utf8');
const schema = buildSchema(sdl, { assumeValidSDL: true });
const typeOf = (name: string) => schema.getType(name) as GraphQLObjectType;
const fieldsOf = (type: GraphQLObjectType) => Object.values(type.getFields());

const north = callerOf('partner', 'north');
const operator = callerOf('analyst');

/** The arguments of each field that requires some; a new one has to be put here. */
const given: Readonly<Record<string, readonly string[]>> = {
  'Wallet.exposure': ['IN', 'OUT'].flatMap((direction) =>
    ['HAIRCUT', 'POISON'].map((method) => `(direction: ${direction}, method: ${method})`),
  ),
  'Wallet.pathsTo': [11, 14, 16].map((to) => `(wallet: "${address(to)}", first: 10, maxHops: 8)`),
  'Wallet.reach': ['(direction: IN)', '(direction: OUT)', '(direction: OUT, maxHops: 30)'],
  'Wallet.transfers': ['(direction: IN)', '(direction: OUT)'],
};

/** Everything that can be asked of a type, each path of types once. */
function selection(type: GraphQLNamedType, path: readonly string[] = []): string {
  if (isLeafType(type)) return '';
  if (!isObjectType(type) || path.includes(type.name) || path.length > 3) return '{ __typename }';
  const fields = fieldsOf(type).flatMap((field) => {
    const place = `${type.name}.${field.name}`;
    const ways = given[place] ?? (field.args.some(isRequiredArgument) ? undefined : ['']);
    if (!ways) throw new Error(`the test does not say what ${place} is asked with`);
    // Types to which the asked fields lead back are asked at the top.
    if (path.length > 0 && given[place]) return [];
    const inner = selection(getNamedType(field.type), [...path, type.name]);
    return ways.map((args, i) => `${field.name}_${i}: ${field.name}${args} ${inner}`);
  });
  return `{ ${fields.join(' ')} }`;
}

/** The wallets of the case: 1 is the actor's, 10, 11, 12, 14 are north's; the other venue takes or leaves the rest. */
const others = [20, 21, 22, 23, 10, 30];

/** Ways to north's accounts over wallets that the other venue may have; around a busy wallet; and back. */
const transfers: CaseTransfer[] = [
  { from: 1, to: 10, minute: 1 },
  { from: 1, to: 20, minute: 2 },
  { from: 20, to: 11, minute: 3 },
  { from: 1, to: 21, minute: 4 },
  { from: 21, to: 22, minute: 5 },
  { from: 22, to: 23, minute: 6 },
  { from: 23, to: 12, minute: 7 },
  { from: 11, to: 14, minute: 8, amount: '3' },
  { from: 30, to: 14, minute: 9, amount: '4' },
  { from: 20, to: 14, minute: 10, amount: '1' },
  { from: 14, to: 16, minute: 11, amount: '2' },
];

const wallets = [1, 10, 11, 12, 14, 16, 20, 21, 22, 23, 30];
const actor = { __typename: 'Actor', id: 'ofac:1', linkedActorIds: ['ofac:1'] };

const queries: readonly string[] = [
  ...[11, 14, 16].map((n) => `wallet(address: "${address(n)}") ${selection(typeOf('Wallet'))}`),
  `wallets(addresses: [${wallets.map((n) => `"${address(n)}"`).join(', ')}]) ${selection(typeOf('WalletLookup'))}`,
  ...transfers.map(
    (_, n) =>
      `transaction(chain: "eip155:1", hash: "0x${n.toString(16).padStart(64, '0')}") ${selection(typeOf('Transaction'))}`,
  ),
  `transactions(hash: "0x${'1'.padStart(64, '0')}") ${selection(typeOf('Transaction'))}`,
  `transferUploads ${selection(typeOf('TransferUploadConnection'))}`,
  `transferUpload(id: "none") ${selection(typeOf('TransferUpload'))}`,
  `imports ${selection(typeOf('ImportConnection'))}`,
  `import(id: "none") ${selection(typeOf('Import'))}`,
  `alerts ${selection(typeOf('AlertConnection'))}`,
  `watches ${selection(typeOf('WatchConnection'))}`,
  `webhooks ${selection(typeOf('WebhookConnection'))}`,
  `deliveries(webhook: "none") ${selection(typeOf('DeliveryConnection'))}`,
];

const references: readonly object[] = [
  actor,
  ...['north:a', 'north:b', 'north:none', 'south:c', 'south:none'].map((id) => ({
    __typename: 'Account',
    id,
  })),
  ...[20].map((n) => ({ __typename: 'Wallet', id: walletId(n) })),
];

const row = (account: string, n: number) => `{ account: "${account}", address: "${address(n)}" }`;
const rows = [...others, 11]
  .flatMap((n) => [row('north:a', n), row('south:c', n), row('north:none', n)])
  .join(', ');

const statement = (key: string) =>
  `{ key: "${key}", wallet: "${address(20)}", stance: ASSERTS, actorId: "ofac:9", confidenceId: "ownership", method: "m" }`;

/** The mutations tried, in this order; a new mutation has to be put here. */
const tried: readonly (readonly [mutation: string, args: string])[] = [
  ['watch', `(input: { key: "way", wallet: "${address(20)}", label: "w" })`],
  ['watch', '(input: { key: "own", account: "north:a", label: "w" })'],
  ['watch', '(input: { key: "theirs", account: "south:c", label: "w" })'],
  ['watch', '(input: { key: "actor", actor: "ofac:1", label: "w" })'],
  ['unwatch', '(id: "none")'],
  [
    'registerWebhook',
    '(input: { url: "https://example.com/hook", secret: "0123456789012345678901234567890123" })',
  ],
  ['unregisterWebhook', '(id: "none")'],
  ['redeliver', '(id: "none")'],
  ['stateAttribution', `(input: ${statement('one')})`],
  ['retractAttribution', '(input: { key: "two", id: "none", reason: "r" })'],
  ['endDepositWallets', `(wallets: [${rows}])`],
  ['registerDepositWallets', `(wallets: [${rows}])`],
  ['registerDepositWallets', `(wallets: [${rows}])`],
  ['beginTransferUpload', '(terms: "{}")'],
  ['addTransferUploadPart', '(upload: "none", file: "a.csv", index: 0, bytes: "YQ==")'],
  ['endTransferUpload', '(upload: "none", files: [])'],
  ['abortTransferUpload', '(upload: "none")'],
];

/** Names and times that are made anew each time. */
const masked = (answer: unknown): string =>
  JSON.stringify(answer)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<uuid>')
    .replaceAll(
      /"(startCursor|endCursor|cursor|endCursor_0|startCursor_0|cursor_0)":"[^"]*"/g,
      '"$1":"<cursor>"',
    )
    .replaceAll(/"createdAt_0":"[^"]*"/g, '"createdAt_0":"<time>"');

describe("another venue's deposit wallets", () => {
  let store: TestStore;
  let worlds: readonly [Opened, Opened];

  async function world(prefix: string, hidden: boolean): Promise<Opened> {
    const trial = makeCase();
    trial.write({
      attributions: says(1, 'ofac:1'),
      transfers,
      deposits: [
        `north,a,${address(10)}`,
        `north,a,${address(11)}`,
        `north,b,${address(12)}`,
        `north,b,${address(14)}`,
        `south,c,${address(99)}`,
        ...(hidden ? others.map((n) => `south,c,${address(n)}`) : []),
      ],
    });
    const opened = await openLoaded(store, trial.folder, prefix);
    trial.remove();
    if (!hidden) return opened;
    const south = callerOf('partner', 'south');
    const more = [row('south:c', 1), row('south:c', 12), row('south:c', 14)].join(', ');
    const { errors } = await ask(
      opened.subgraph,
      `mutation { registerDepositWallets(wallets: [${more}]) { outcome } }`,
      {},
      south,
    );
    expect(errors).toBeUndefined();
    return opened;
  }

  beforeAll(async () => {
    store = await openTestStore();
    worlds = [await world('_with', true), await world('_without', false)];
  });
  afterAll(async () => {
    await Promise.all(worlds.map((opened) => opened.close()));
    await store.close();
  });

  const answers = (query: string, caller: Identity, variables: Record<string, unknown> = {}) =>
    Promise.all(worlds.map(async ({ subgraph }) => masked(await ask(subgraph, query, variables, caller))));
  const same = async (what: string, query: string, variables?: Record<string, unknown>): Promise<string> => {
    const [one = '', other = ''] = await answers(query, north, variables);
    expect([what, one]).toEqual([what, other]);
    return one;
  };
  const entities = (reference: object) => {
    const { __typename } = reference as { __typename: string };
    return `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${__typename} ${selection(typeOf(__typename))} } }`;
  };
  const everything = async () => {
    for (const query of queries) await same(query.slice(0, 80), `{ ${query} }`);
    for (const r of references) await same(JSON.stringify(r), entities(r), { r: [r] });
  };

  it('are asked of by every root field, every entity and every mutation', () => {
    const asked = new Set(queries.map((query) => /^\w+/.exec(query)?.[0]));
    expect([...asked].sort()).toEqual(
      fieldsOf(typeOf('Query'))
        .map(({ name }) => name)
        .sort(),
    );
    expect([...new Set(tried.map(([name]) => name))].sort()).toEqual(
      fieldsOf(typeOf('Mutation'))
        .map(({ name }) => name)
        .sort(),
    );
  });

  /** Each world evaluates watches in its own time: waits until both have what they will have. */
  const monitorsAreDone = async () => {
    const alerts = `{ alerts ${selection(typeOf('AlertConnection'))} }`;
    await eventually(async () => {
      const [one, other] = await answers(alerts, north);
      return one === other && !one?.includes('"nodes_0":[]');
    });
  };

  it('cannot be told from where traces, paths, exposures and shares end', async () => {
    await everything();
    const reached = await same('reach', entities(actor), { r: [actor] });
    // North's account behind the other venue's wallets is reached in both.
    for (const account of ['north:a', 'north:b']) expect(reached).toContain(account);
    expect(reached).not.toContain('south:');
  });

  it('cannot be told from the traces that an id names', async () => {
    const { data } = await ask(
      worlds[1].subgraph,
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Actor { accountReach { traces { traceId } } } } }',
      { r: [actor] },
      operator,
    );
    const [found] = data?.['_entities'] as { accountReach: { traces: { traceId: string }[] } }[];
    const traces = found?.accountReach.traces ?? [];
    expect(traces.length).toBeGreaterThan(1);
    for (const { traceId: id } of traces) {
      const r = { __typename: 'Trace', id };
      await same(id, entities(r), { r: [r] });
    }
  });

  it('cannot be told from what becomes of commands, nor from what there is to see after them', async () => {
    for (const [mutation, args] of tried) {
      const answer = getNamedType(typeOf('Mutation').getFields()[mutation]!.type);
      await same(`${mutation} ${args}`, `mutation { ${mutation}${args} ${selection(answer)} }`);
    }
    await monitorsAreDone();
    await everything();
  });

  it('are known to the operator, or this would say nothing', async () => {
    const [one, other] = await answers(entities(actor), operator, { r: [actor] });
    expect(one).not.toEqual(other);
    expect(one).toContain('south:c');
  });
});
