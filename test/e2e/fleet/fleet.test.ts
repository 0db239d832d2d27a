import { flagshipActor, flagshipQuery } from '../../../cli/start/flagship';
import { type Fleet, startFleet, subgraphNames } from '../../support/fleet';
import { readmeAnswer } from '../../support/readmeAnswer';
import { ask } from '../../support/runCordon';

let fleet: Fleet;
let analyst: string;

beforeAll(async () => {
  fleet = await startFleet();
  analyst = await fleet.token('--role', 'analyst');
});

afterAll(() => fleet.close());

const query = (text: string, variables: Record<string, unknown> = {}) =>
  ask(fleet.url, text, { token: analyst, variables });

it('answers the flagship question as one process does', async () => {
  const together = await query(flagshipQuery, { actor: flagshipActor });
  expect(together.errors).toBeUndefined();
  // The answer of one process is compared with the README too.
  expect(together.data).toEqual(readmeAnswer().answer);
});

it('has subgraphs that answer nobody but the gateway', async () => {
  for (const name of subgraphNames) {
    const url = fleet.subgraphUrls[name];
    for (const headers of [{}, { 'x-cordon-call': analyst }, { authorization: `Bearer ${analyst}` }]) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ _service { sdl } }' }),
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'LINK_UNSIGNED' } }] });
    }
  }
});

/** A field of each subgraph, so that what is lost and what stands can be told apart. */
const ofEach = `query($actor: ID!, $wallet: String!) {
  actor(id: $actor) { name sanctioned frozenAccounts { totalCount nodes { account { id status } } } tracedAccounts { nodes { account { id } } } }
  wallet(address: $wallet) { id listings { entry } attributions { id } }
  accounts(first: 5) { nodes { id status } }
}`;
const variables = { actor: flagshipActor, wallet: '0x098B716B8Aaf21512996dC57EB0615e2383E2f96' };

const paths = (answer: { errors?: { path?: (string | number)[] }[] }) =>
  (answer.errors ?? []).map(({ path }) => (path ?? []).join('.'));

describe('a subgraph that is down', () => {
  it.each([
    ['sanctions', { stands: ['wallet.attributions', 'accounts'], lost: ['actor', 'wallet.listings'] }],
    [
      'attribution',
      {
        stands: ['actor.name', 'actor.sanctioned', 'accounts'],
        lost: ['actor.frozenAccounts', 'actor.tracedAccounts', 'wallet'],
      },
    ],
    [
      'enforcement',
      {
        stands: ['actor.name', 'actor.sanctioned', 'wallet.id', 'wallet.listings', 'actor.tracedAccounts'],
        lost: ['actor.frozenAccounts', 'accounts'],
      },
    ],
  ] as const)(
    '%s: its fields are null with an error on their path, the rest stands, and it is found again',
    async (name, { stands, lost }) => {
      const before = await query(ofEach, variables);
      expect(before.errors).toBeUndefined();
      await fleet.kill(name);
      try {
        const answer = await query(ofEach, variables);
        const at = (data: unknown, path: string) =>
          path
            .split('.')
            .reduce((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], data);
        const said = paths(answer);
        for (const path of lost) {
          expect(at(answer.data, path) ?? null).toBeNull();
          // The error is on the field, or on what was nulled with it.
          expect(
            said.some(
              (error) => error === path || error.startsWith(`${path}.`) || path.startsWith(`${error}.`),
            ),
          ).toBe(true);
        }
        if (!lost.includes('accounts' as never))
          for (const path of stands) expect(at(answer.data, path)).toEqual(at(before.data, path));
        for (const { extensions } of answer.errors) expect(extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
        expect(answer.text).not.toMatch(/127\.0\.0\.1|node_modules|ECONNREFUSED/);
        const ready = await fetch(`${fleet.url}/health/ready`);
        expect(ready.status).toBe(503);
        expect(await ready.text()).toContain(name);
      } finally {
        await fleet.startAgain(name);
      }
      expect((await query(ofEach, variables)).data).toEqual(before.data);
    },
  );
});
