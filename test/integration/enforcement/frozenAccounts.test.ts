import { join } from 'node:path';
import mongoose from 'mongoose';
import { projectRoot } from '../../../shared/config/projectRoot';
import { eth } from '../../support/commandsUp';
import { callerOf } from '../../support/identities';
import { type EnforcementUp, enforcementUp } from '../../support/enforcementUp';

let up: EnforcementUp;

beforeAll(async () => {
  up = await enforcementUp();
  await up.importCase(join(projectRoot(), 'cases', 'dprk-2023'));
});
afterAll(() => up.close());

const trb = 'ofac:43337';
const query = `query($representations: [_Any!]!, $first: Int! = 100, $after: String, $asOf: DateTime) {
  _entities(representations: $representations) { ... on Actor {
    frozenAccounts(first: $first, after: $after, asOf: $asOf) {
      totalCount completeness unregistered pageInfo { hasNextPage endCursor }
      nodes { account { id status frozenSince venue { name } } actor { id } link { fromId toId } trace { id } }
    }
  } }
}`;

/** The facts that the gateway passes: only accounts by the pseudonym belong to the Lazarus Group. */
const reach = (accounts: readonly string[], actorId = 'ofac:27307') => ({
  traces: accounts.map((accountId) => ({
    accountId,
    actorId,
    traceId: `trace ${accountId} ${actorId}`,
    assetIds: [eth],
  })),
  completeness: 'HUB_CUT',
});

const actor = (accountReach: unknown) => ({ __typename: 'Actor', id: trb, accountReach });

const everything = [
  'kestrel:k-6',
  'meridian:acct-1002',
  'meridian:acct-1001',
  'meridian:acct-1003',
  'meridian:acct-1004',
  'harborlight:hl-81',
  'kestrel:k-5',
];

/** On their own time the ledger is read and verified, its cursors are written, and lapsed proposals are looked for. */
const ofTheBackground = /^(ledger|ledger_checkpoints|view_cursors|proposals)\./;

interface FrozenNode {
  readonly account: { readonly id: string };
}

const idsOf = (nodes: readonly FrozenNode[]) => nodes.map(({ account }) => account.id);

describe('the frozen accounts of an actor', () => {
  it('are those under a freeze or a block, with who, how linked and by which trace', async () => {
    const { _entities } = await up.data(query, { representations: [actor(reach(everything))] });
    const [{ frozenAccounts }] = _entities;
    expect(frozenAccounts).toMatchObject({ totalCount: 3, completeness: 'HUB_CUT' });
    expect(idsOf(frozenAccounts.nodes)).toEqual([
      'harborlight:hl-81',
      'meridian:acct-1001',
      'meridian:acct-1002',
    ]);
    expect(frozenAccounts.nodes[2]).toEqual({
      account: {
        id: 'meridian:acct-1002',
        status: 'BLOCKED',
        frozenSince: '2022-05-12T00:00:00Z',
        venue: { name: 'Meridian Exchange' },
      },
      actor: { id: 'ofac:27307' },
      link: { fromId: trb, toId: 'ofac:27307' },
      trace: { id: 'trace meridian:acct-1002 ofac:27307' },
    });
  });

  it('are dated by asOf', async () => {
    const at = async (asOf: string) => {
      const { _entities } = await up.data(query, { representations: [actor(reach(everything))], asOf });
      return idsOf(_entities[0].frozenAccounts.nodes);
    };
    expect(await at('2022-05-11T23:59:59Z')).toEqual([]);
    expect(await at('2022-05-12T00:00:00Z')).toEqual([
      'meridian:acct-1001',
      'meridian:acct-1002',
      'meridian:acct-1004',
    ]);
    expect(await at('2022-09-01T00:00:00Z')).toEqual([
      'harborlight:hl-81',
      'meridian:acct-1001',
      'meridian:acct-1002',
    ]);
  });

  it('are the same page by page, each with the count of all', async () => {
    const both = {
      ...reach(everything),
      traces: [...reach(everything).traces, ...reach(everything, 'ofac:43338').traces],
    };
    const whole = (await up.data(query, { representations: [actor(both)] }))._entities[0].frozenAccounts;
    expect(whole.totalCount).toBe(6);
    const paged: FrozenNode[] = [];
    for (let after: string | null = null, more = true; more;) {
      const answer: { _entities: { frozenAccounts: typeof whole }[] } = await up.data(query, {
        representations: [actor(both)],
        first: 2,
        after,
      });
      const page = answer._entities[0]?.frozenAccounts;
      expect(page.totalCount).toBe(6);
      paged.push(...page.nodes);
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(paged).toEqual(whole.nodes);
  });

  it('are for a partner those of its venue, and only they are counted', async () => {
    for (const venue of ['meridian', 'harborlight', 'kestrel', 'nowhere']) {
      const partner = callerOf('partner', venue);
      const { _entities } = await up.data(query, { representations: [actor(reach(everything))] }, partner);
      const [{ frozenAccounts }] = _entities;
      const own = ['harborlight:hl-81', 'meridian:acct-1001', 'meridian:acct-1002'].filter((id) =>
        id.startsWith(`${venue}:`),
      );
      expect(idsOf(frozenAccounts.nodes)).toEqual(own);
      expect(frozenAccounts.totalCount).toBe(own.length);
    }
  });

  it('are told with the accounts that attribution names and that are not here, and are then not complete', async () => {
    const asked = { representations: [actor(reach([...everything, 'meridian:ghost']))] };
    const whole = await up.data(query, { representations: [actor(reach(everything))] });
    const { _entities } = await up.data(query, asked);
    expect(_entities[0].frozenAccounts).toEqual({
      ...whole._entities[0].frozenAccounts,
      completeness: 'BUDGET',
      unregistered: ['meridian:ghost'],
    });
  });

  it('tell a partner of an unknown account only where it is of its own venue', async () => {
    const asked = { representations: [actor(reach([...everything, 'meridian:ghost']))] };
    const own = await up.data(query, asked, callerOf('partner', 'meridian'));
    expect(own._entities[0].frozenAccounts).toMatchObject({
      unregistered: ['meridian:ghost'],
      completeness: 'BUDGET',
    });
    const foreign = await up.data(query, asked, callerOf('partner', 'harborlight'));
    expect(foreign._entities[0].frozenAccounts).toMatchObject({
      totalCount: 1,
      unregistered: [],
      completeness: 'HUB_CUT',
    });
  });

  it('are an error where nobody says what the funds reached', async () => {
    for (const nothing of [
      null,
      undefined,
      {},
      { traces: [] },
      { ...reach(everything), completeness: 'MOSTLY' },
    ]) {
      const answer = await up.ask(query, { representations: [actor(nothing)] });
      expect(answer.errors[0].extensions.code).toBe('REACH_UNKNOWN');
      expect(answer.data._entities[0].frozenAccounts).toBeNull();
    }
  });

  it('are found with as many queries for many accounts and actors as for one', async () => {
    const queries = async (representations: unknown[]) => {
      const asked: string[] = [];
      mongoose.set('debug', (collection: string, method: string) => asked.push(`${collection}.${method}`));
      await up.data(query, { representations });
      mongoose.set('debug', false);
      return asked.filter((name) => !ofTheBackground.test(name)).sort();
    };
    const one = await queries([actor(reach(['meridian:acct-1001']))]);
    const many = await queries([actor(reach(everything)), { ...actor(reach(everything)), id: 'ofac:27307' }]);
    expect(one).not.toEqual([]);
    expect(many).toEqual(one);
  });

  it('reject a page of none, of too many, and a cursor of somewhere else', async () => {
    for (const page of [{ first: 0 }, { first: 201 }, { after: 'no cursor' }]) {
      const answer = await up.ask(query, { representations: [actor(reach(everything))], ...page });
      expect(answer.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('an account reference', () => {
  const one = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Account { id status } } }';

  it('of an unknown and of a foreign account fail alike', async () => {
    const fail = async (id: string) => {
      const answer = await up.ask(
        one,
        { r: [{ __typename: 'Account', id }] },
        callerOf('partner', 'meridian'),
      );
      return JSON.stringify(answer).replaceAll(id, '<id>');
    };
    const [foreign, unknown] = [await fail('kestrel:k-5'), await fail('kestrel:k-55')];
    expect(foreign).toBe(unknown);
    expect(foreign).toContain('UNKNOWN_ENTITY');
  });
});
