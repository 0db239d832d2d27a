import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';

let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp();
});
afterAll(() => up.close());
beforeEach(() => {
  up.down.clear();
  up.answers.clear();
  up.calls.length = 0;
});

describe('when every subgraph answers', () => {
  it('joins what they know', async () => {
    const answer = await up.ask(
      '{ actor(id: "a") { id name wallets { id chain } frozenAccounts { id status holder { name } } risk } }',
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      actor: {
        id: 'a',
        name: 'Alpha',
        wallets: [{ id: 'w-a', chain: 'eip155:1' }],
        frozenAccounts: [
          { id: 'acc-a', status: 'FROZEN', holder: { name: 'Alpha' } },
          { id: 'acc-b', status: 'FROZEN', holder: { name: 'Beta' } },
        ],
        risk: 3,
      },
    });
  });
});

const unavailable = (subgraph: string, path: (string | number)[]) => ({
  message: `Subgraph ${subgraph} is unavailable; its fields are unresolved.`,
  path,
  extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph },
});

describe('when a subgraph is down', () => {
  it('a root field of it is null with an error on its path, and the rest stands', async () => {
    up.down.add('attribution');
    const answer = await up.ask('{ wallet(id: "w-a") { id } other: actor(id: "b") { name } }');
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ wallet: null, other: { name: 'Beta' } });
    expect(answer.errors).toEqual([unavailable('attribution', ['wallet'])]);
  });

  it('a field of an entity is null with an error on its path, for every entity', async () => {
    up.down.add('attribution');
    const answer = await up.ask('{ actors { name wallets { id } } }');
    expect(answer.data).toEqual({
      actors: [
        { name: 'Alpha', wallets: null },
        { name: 'Beta', wallets: null },
      ],
    });
    expect(answer.errors).toEqual([
      unavailable('attribution', ['actors', 0, 'wallets']),
      unavailable('attribution', ['actors', 1, 'wallets']),
    ]);
  });

  it('a field that requires what is lost is lost too, and its subgraph is not asked with half the facts', async () => {
    up.down.add('attribution');
    const answer = await up.ask('{ actor(id: "a") { name mine: frozenAccounts { id } } }');
    expect(answer.data).toEqual({ actor: { name: 'Alpha', mine: null } });
    expect(answer.errors).toEqual([unavailable('attribution', ['actor', 'mine'])]);
    expect(up.calls.map((call) => call.subgraph)).not.toContain('enforcement');
  });

  it('a field that cannot be null takes its nearest nullable parent along, with one error at the field', async () => {
    up.down.add('enforcement');
    const answer = await up.ask('{ actor(id: "a") { name risk } other: actor(id: "b") { name } }');
    expect(answer.data).toEqual({ actor: null, other: { name: 'Beta' } });
    expect(answer.errors).toEqual([unavailable('enforcement', ['actor', 'risk'])]);
  });

  it('a root field that cannot be null leaves nothing of the answer', async () => {
    up.down.add('enforcement');
    const answer = await up.ask('{ accounts { id } actor(id: "a") { name } }');
    expect(answer.data).toBeNull();
    expect(answer.errors).toEqual([unavailable('enforcement', ['accounts'])]);
  });

  it('a field behind a list of entities of another subgraph is lost at each place', async () => {
    up.down.add('sanctions');
    const answer = await up.ask(
      '{ accounts { id holder { id name } } wallet(id: "w-b") { owner { id name } } }',
    );
    expect(answer.data).toEqual({
      accounts: [
        { id: 'acc-a', holder: null },
        { id: 'acc-b', holder: null },
      ],
      wallet: { owner: null },
    });
    expect(answer.errors?.map((error) => error.path)).toEqual([
      ['accounts', 0, 'holder', 'name'],
      ['accounts', 1, 'holder', 'name'],
      ['wallet', 'owner', 'name'],
    ]);
    expect(new Set(answer.codes)).toEqual(new Set(['SUBGRAPH_UNAVAILABLE']));
  });

  it('is found again when it is back', async () => {
    up.down.add('attribution');
    await up.ask('{ wallet(id: "w-a") { id } }');
    up.down.clear();
    expect((await up.ask('{ wallet(id: "w-a") { id } }')).data).toEqual({ wallet: { id: 'w-a' } });
  });

  it('says nothing of where the subgraph is', async () => {
    up.down.add('sanctions');
    const { text } = await up.ask('{ actors { name } accounts { holder { name } } }');
    expect(text).not.toMatch(/10\.0\.0\.7|4001|https?:|ECONN|node_modules|\bat /);
  });
});

describe('when a subgraph answers with errors', () => {
  it('a code and its details pass, with the path that the client knows', async () => {
    const answer = await up.ask(
      '{ actors { id then: sanctioned(asOf: "1990-01-01") } actor(id: "a") { id } }',
    );
    expect(answer.data).toBeNull();
    expect(answer.errors).toEqual([
      {
        message: 'no source decides',
        path: ['actors', 0, 'then'],
        extensions: { code: 'COVERAGE_GAP', versions: ['v1'] },
      },
    ]);
  });

  it('an error behind an entity has the path to that entity', async () => {
    const answer = await up.ask('{ accounts { holder { sanctioned(asOf: "1990-01-01") } } }');
    expect(answer.data).toEqual({ accounts: [{ holder: null }, { holder: null }] });
    expect(answer.errors?.map((error) => error.path)).toEqual([
      ['accounts', 0, 'holder', 'sanctioned'],
      ['accounts', 1, 'holder', 'sanctioned'],
    ]);
    expect(answer.codes).toEqual(['COVERAGE_GAP', 'COVERAGE_GAP']);
  });

  it('an element of a list is null with an error at its place; a null that was meant has none', async () => {
    const answer = await up.ask('{ actor(id: "a") { findings { id } } }');
    expect(answer.data).toEqual({ actor: { findings: [{ id: '1' }, null, null] } });
    expect(answer.errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([
      [['actor', 'findings', 1], 'COVERAGE_GAP'],
    ]);
  });

  it('what nobody foresaw is masked, with the id that the log has', async () => {
    const answer = await up.ask('{ actor(id: "broken") { id name } }');
    expect(answer.data).toEqual({ actor: null });
    expect(answer.codes).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(answer.errors?.[0]?.path).toEqual(['actor', 'name']);
    expect(answer.errors?.[0]?.extensions?.['errorId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.text).not.toContain('secret detail');
  });

  it('what depends on a field that had an error gets that error, not an empty answer', async () => {
    const answer = await up.ask('{ actor(id: "broken") { id frozenAccounts { id } } }');
    // linkedActorIds cannot be null: its subgraph gives up the actor. The field itself is not a client's to know of.
    expect(answer.data).toEqual({ actor: null });
    expect(answer.errors).toEqual([
      { message: 'nobody knows who is linked', path: ['actor'], extensions: { code: 'COVERAGE_GAP' } },
    ]);
  });

  it('one entity of several: the others keep theirs', async () => {
    up.answers.set('attribution', () => ({
      data: { _entities: [{ wallets: [{ id: 'w-1', chain: 'c' }] }, null] },
      errors: [
        {
          message: 'gone',
          path: ['_entities', 1, 'wallets', 0, 'chain'],
          extensions: { code: 'COVERAGE_GAP' },
        },
      ],
    }));
    const answer = await up.ask('{ actors { wallets { id chain } } }');
    expect(answer.data).toEqual({ actors: [{ wallets: [{ id: 'w-1', chain: 'c' }] }, { wallets: null }] });
    expect(answer.errors).toEqual([
      { message: 'gone', path: ['actors', 1, 'wallets', 0, 'chain'], extensions: { code: 'COVERAGE_GAP' } },
    ]);
  });

  it("an entity's error keeps its place when entities before it could not be asked for", async () => {
    // The first actor has no linkedActorIds: the executor leaves it out of the call, so that positions shift.
    up.answers.set('sanctions', () => ({
      data: {
        actors: [
          { __typename: 'Actor', id: 'a' },
          { __typename: 'Actor', id: 'b', linkedActorIds: ['b'] },
        ],
      },
      errors: [
        { message: 'unknown', path: ['actors', 0, 'linkedActorIds'], extensions: { code: 'COVERAGE_GAP' } },
      ],
    }));
    up.answers.set('enforcement', () => ({
      data: { _entities: [{ frozenAccounts: null }] },
      errors: [
        {
          message: 'too many',
          path: ['_entities', 0, 'frozenAccounts'],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    }));
    const answer = await up.ask('{ actors { frozenAccounts { id } } }');
    expect(answer.errors).toEqual([
      { message: 'unknown', path: ['actors', 0, 'frozenAccounts'], extensions: { code: 'COVERAGE_GAP' } },
      { message: 'too many', path: ['actors', 1, 'frozenAccounts'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it("what a subgraph says of a faulty call is the gateway's own mistake, and masked", async () => {
    up.answers.set('sanctions', () => ({
      errors: [
        {
          message: 'Cannot query field "x" on http://sanctions',
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    }));
    const answer = await up.ask('{ actor(id: "a") { id } actors { id } }');
    expect(answer.data).toBeNull();
    expect(new Set(answer.codes)).toEqual(new Set(['INTERNAL_SERVER_ERROR']));
    expect(answer.text).not.toContain('http:');
  });

  it("insides in an error's extensions go no further", async () => {
    up.answers.set('sanctions', () => ({
      data: { actor: null },
      errors: [
        {
          message: 'no',
          path: ['actor'],
          extensions: {
            code: 'COVERAGE_GAP',
            response: { url: 'http://x' },
            stacktrace: ['at x'],
            serviceName: 's',
          },
        },
      ],
    }));
    const answer = await up.ask('{ actor(id: "a") { id } }');
    expect(answer.errors).toEqual([{ message: 'no', path: ['actor'], extensions: { code: 'COVERAGE_GAP' } }]);
  });
});

describe('when a subgraph leaves out what it was asked for', () => {
  const incomplete = (field: string, path: (string | number)[]) => ({
    message: `${field} was not answered: its value is unknown.`,
    path,
    extensions: { code: 'INCOMPLETE_ANSWER' },
  });

  it('an entity that is null without an error is an error at its fields', async () => {
    up.answers.set('attribution', () => ({ data: { _entities: [null] } }));
    const answer = await up.ask('{ actor(id: "a") { name wallets { id } } }');
    expect(answer.data).toEqual({ actor: { name: 'Alpha', wallets: null } });
    expect(answer.errors).toEqual([incomplete('Actor.wallets', ['actor', 'wallets'])]);
  });

  it('so it is where the field cannot be null', async () => {
    up.answers.set('enforcement', () => ({ data: { _entities: [null] } }));
    const answer = await up.ask('{ actor(id: "a") { name risk } }');
    expect(answer.data).toEqual({ actor: null });
    expect(answer.errors).toEqual([incomplete('Actor.risk', ['actor', 'risk'])]);
    expect(answer).not.toHaveProperty('extensions');
  });

  it('an answer for too few entities is no answer', async () => {
    up.answers.set('attribution', () => ({ data: { _entities: [] } }));
    const answer = await up.ask('{ actor(id: "a") { name wallets { id } } }');
    expect(answer.data).toEqual({ actor: { name: 'Alpha', wallets: null } });
    expect(answer.errors).toEqual([unavailable('attribution', ['actor', 'wallets'])]);
  });

  it('a value of the wrong form is an error, not a guess', async () => {
    up.answers.set('sanctions', () => ({ data: { actors: 'many' } }));
    const answer = await up.ask('{ actors { id } }');
    expect(answer.data).toBeNull();
    expect(answer.codes).toEqual(['INCOMPLETE_ANSWER']);
  });

  it('a null that a subgraph means is null without an error', async () => {
    const answer = await up.ask('{ actor(id: "nobody") { id wallets { id } } b: actor(id: "b") { note } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ actor: null, b: { note: null } });
  });
});
