import { join } from 'node:path';
import { projectRoot } from '../../../shared/config/projectRoot';
import { createLogger } from '../../../shared/logger/logger';
import type { Subgraph } from '../../../shared/subgraph/runSubgraph';
import { importCase } from '../../../subgraphs/sanctions/import/importCase';
import { connectSanctions } from '../../../subgraphs/sanctions/connectSanctions';
import { openSanctions } from '../../../subgraphs/sanctions/openSanctions';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const bundledCase = join(projectRoot(), 'cases', 'dprk-2023');
const trb = 'ofac:43337';

let store: TestStore;
let sanctions: Subgraph;

beforeAll(async () => {
  store = await openTestStore();
  const { connection, records } = await connectSanctions(store);
  await importCase(records, bundledCase);
  await connection.close();
  sanctions = await openSanctions({
    ...store,
    logger: createLogger('sanctions', 'silent'),
    now: () => new Date('2026-01-01T00:00:00Z'),
  });
});

afterAll(async () => {
  await sanctions.close();
  await store.close();
});

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const answer = await sanctions.execute({ query, variables }, callerOf('analyst'));
  // Through JSON, as a client sees it.
  return JSON.parse(JSON.stringify(answer));
}

async function data(query: string, variables: Record<string, unknown> = {}) {
  const answer = await ask(query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

describe('an actor', () => {
  it('has its names, programmes and designations with their sources', async () => {
    const { actor } = await data(
      `{ actor(id: "${trb}") { name kind programs aliases { name strength } designations { id list entry programmes from to source { title url publishedOn } } } }`,
    );
    expect(actor).toMatchObject({
      name: 'TECHNICAL RECONNAISSANCE BUREAU',
      kind: 'ORGANISATION',
      programs: ['DPRK2'],
    });
    expect(actor.aliases).toContainEqual({ name: 'THIRD BUREAU', strength: 'WEAK' });
    expect(actor.designations).toEqual([
      expect.objectContaining({ list: 'ofac-sdn', entry: '43337', from: '2023-05-23', to: null }),
    ]);
    expect(actor.designations[0].source).toMatchObject({
      publishedOn: '2023-05-23',
      url: expect.stringContaining('treasury.gov'),
    });
  });

  it('that is unknown is null, without an error', async () => {
    expect(await data('{ actor(id: "ofac:999999999") { id } }')).toEqual({ actor: null });
  });

  it('was sanctioned from the day of its designation', async () => {
    const { actor } = await data(
      `{ actor(id: "${trb}") { today: sanctioned before: sanctioned(asOf: "2023-05-22") on: sanctioned(asOf: "2023-05-23") } }`,
    );
    expect(actor).toEqual({ today: true, before: false, on: true });
  });

  it('has a gap, never "no", where no source decides', async () => {
    const answer = await ask('{ actor(id: "ofac:42496") { sanctioned(asOf: "2020-01-01") } }');
    expect(answer.errors[0]).toMatchObject({
      path: ['actor', 'sanctioned'],
      extensions: { code: 'COVERAGE_GAP' },
    });
    expect(answer.data).toEqual({ actor: null });
  });

  it('is linked by statements to those that the press release names, and to no others', async () => {
    const { actor } = await data(
      `{ actor(id: "${trb}") { linkedActors { depth actor { id } path { kind evidence from { id } to { id } sources { title url } } } } }`,
    );
    expect(actor.linkedActors.map((link: { actor: { id: string } }) => link.actor.id)).toEqual([
      trb,
      'ofac:27307',
      'ofac:43338',
    ]);
    expect(actor.linkedActors[1].path).toEqual([
      expect.objectContaining({
        kind: 'AFFILIATED_WITH',
        evidence: 'STATEMENT',
        from: { id: 'ofac:27307' },
        to: { id: trb },
      }),
    ]);
  });

  it('shows its relationships by direction and kind', async () => {
    const { actor } = await data(
      `{ actor(id: "${trb}") { out: relationships(direction: OUT) { kind to { id } } in: relationships(direction: IN, kinds: [SUBORDINATE_TO]) { from { id } } } }`,
    );
    expect(actor).toEqual({
      out: [{ kind: 'OWNED_OR_CONTROLLED_BY', to: { id: 'ofac:12210' } }],
      in: [{ from: { id: 'ofac:43338' } }],
    });
  });

  it('lists the wallets of its designations', async () => {
    const { actor } = await data('{ actor(id: "ofac:27307") { listedWallets { id address chain } } }');
    expect(actor.listedWallets).toHaveLength(8);
    expect(actor.listedWallets).toContainEqual({
      id: 'eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96',
      address: '0x098B716B8Aaf21512996dC57EB0615e2383E2f96',
      chain: 'eip155:1',
    });
  });

  it('rejects a depth that it does not follow', async () => {
    const answer = await ask(`{ actor(id: "${trb}") { linkedActors(maxDepth: 11) { depth } } }`);
    expect(answer.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'maxDepth' });
  });
});

describe('actors', () => {
  it('are found by the beginnings of words of any of their names', async () => {
    const { actors } = await data(
      '{ actors(search: "tech recon") { totalCount nodes { id } } third: actors(search: "THIRD") { nodes { id } } }',
    );
    expect(actors).toEqual({ totalCount: 1, nodes: [{ id: trb }] });
  });

  it('are found by programme, and by being listed', async () => {
    const { dprk4, unlisted } = await data(
      '{ dprk4: actors(program: "DPRK4") { nodes { id } } unlisted: actors(listed: false) { totalCount } }',
    );
    expect(dprk4.nodes).toEqual([{ id: 'ofac:43377' }]);
    expect(unlisted.totalCount).toBe(0);
  });

  it('come in pages that join to the whole', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const {
        actors,
      }: {
        actors: {
          totalCount: number;
          nodes: { id: string }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      } = await data(
        'query($after: String) { actors(first: 4, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...actors.nodes.map(({ id }) => id));
      expect(actors.totalCount).toBe(11);
      after = actors.pageInfo.hasNextPage ? actors.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toHaveLength(11);
  });

  it.each(['first: 0', 'first: 201', 'after: "nonsense!"'])('reject %s', async (argument) => {
    const answer = await ask(`{ actors(${argument}) { nodes { id } } }`);
    expect(answer.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a wallet', () => {
  const listings = (id: string) =>
    data(
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Wallet { id listings { entry } before: listings(asOf: "2022-04-13") { entry } on: listings(asOf: "2022-04-14") { entry } } } }',
      {
        r: [{ __typename: 'Wallet', id }],
      },
    );

  it('has its listings, and an EVM address is listed on every EVM chain', async () => {
    for (const chain of ['eip155:1', 'eip155:137']) {
      const { _entities } = await listings(`${chain}:0x098B716B8Aaf21512996dC57EB0615e2383E2f96`);
      expect(_entities[0]).toMatchObject({
        listings: [{ entry: '27307' }],
        before: [],
        on: [{ entry: '27307' }],
      });
    }
  });

  it('whose id is not canonical is an error, not an empty list', async () => {
    const answer = await ask(
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Wallet { listings { entry } } } }',
      {
        r: [{ __typename: 'Wallet', id: 'eip155:1:0x098b716b8aaf21512996dc57eb0615e2383e2f96' }],
      },
    );
    expect(answer.errors[0].extensions.code).toBe('UNKNOWN_ENTITY');
  });
});

it('a missing entity is an error, not "no such"', async () => {
  const answer = await ask(
    'query($r: [_Any!]!) { _entities(representations: $r) { ... on Actor { name } } }',
    {
      r: [{ __typename: 'Actor', id: 'ofac:0' }],
    },
  );
  expect(answer.errors[0].extensions.code).toBe('UNKNOWN_ENTITY');
});

it('a second load of the same case changes nothing', async () => {
  const { connection, records } = await connectSanctions(store);
  const report = await importCase(records, bundledCase);
  await connection.close();
  expect(report).toMatchObject({ case: 'dprk-2023', loaded: false });
  expect(await sanctions.health()).toEqual({ name: 'sanctions', cases: ['dprk-2023'] });
});

it('sanctionsLists is empty while only a case is loaded: a case is never a list version', async () => {
  expect(await data('{ sanctionsLists { id version } }')).toEqual({ sanctionsLists: [] });
});
