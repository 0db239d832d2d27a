import { follow, type FollowStep } from '../../../console/src/pages/follow/followed';
import { signIn } from '../../../console/src/session/session';
import { keepInMemory } from '../../support/console/sessionStorage';

const step: FollowStep = { kind: 'REACH', wallet: 'eip155:1:0xa', direction: 'OUT', hops: 5, asOf: '' };

const reached = {
  custodial: false,
  categories: [],
  wallet: { id: 'eip155:1:0xb' },
  names: [{ label: null, heldThen: true, actor: null }],
  path: { amount: '1', illustrative: false, hops: [] },
};

const answer = {
  data: {
    wallet: {
      reach: {
        completeness: 'COMPLETE',
        walletCount: 1,
        cutCount: 0,
        cuts: [],
        wallets: { totalCount: 1, nodes: [reached] },
      },
    },
  },
  errors: [
    {
      message: 'Subgraph sanctions is unavailable.',
      path: ['wallet', 'reach', 'wallets', 'nodes', 0, 'names', 0, 'actor'],
    },
  ],
};

describe('the answer to a step', () => {
  keepInMemory();
  beforeAll(() => {
    const claims = { sub: 'zoe', exp: 9_999_999_999 };
    signIn(`.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`);
    jest.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(answer)));
  });
  afterAll(() => jest.restoreAllMocks());

  it('keeps the errors of its parts: a name that could not be loaded is not "no name"', async () => {
    const { rows, errors } = await follow(step);
    expect(rows).toHaveLength(1);
    expect(errors).toEqual(answer.errors);
  });
});
