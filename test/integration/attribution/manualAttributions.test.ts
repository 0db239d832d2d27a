import type { Identity } from '../../../shared/identity/identity';
import { keyOfCaller } from '../../../subgraphs/attribution/command/keyOfCaller.rules';
import { address, makeCase, says, walletId, type CaseOnDisk } from '../../support/attributionCase';
import { ask, openLoaded, type Opened } from '../../support/attributionSubgraph';
import { callerOf } from '../../support/identities';
import { openTestStore, type TestStore } from '../../support/openTestStore';

const analyst = callerOf('analyst');
const partner = callerOf('partner', 'meridian');
const idOf = (key: string) => `hand:test-analyst:${keyOfCaller(analyst, key)}`;

const stateIt = `mutation($input: StateAttributionInput!) { stateAttribution(input: $input) {
  id stance confidence disputed retracted label actor { id } wallet { id } source { title } } }`;
const retractIt = `mutation($input: RetractAttributionInput!) { retractAttribution(input: $input) { id stance } }`;

describe('what our own analysts say of wallets', () => {
  let store: TestStore;
  let trial: CaseOnDisk;
  let opened: Opened;
  const state = (over: object, caller: Identity = analyst) =>
    ask(opened.subgraph, stateIt, { input: { ...good, ...over } }, caller);
  const good = {
    key: 'one',
    wallet: address(1),
    stance: 'ASSERTS',
    actorId: 'ofac:2',
    confidenceId: 'forensic_investigation',
    method: 'followed by hand',
  };
  const saidOf = async (n: number, caller: Identity) => {
    const { data } = await ask(
      opened.subgraph,
      `{ wallet(address: "${address(n)}") { attributions { id disputed retracted } } }`,
      {},
      caller,
    );
    return (data?.['wallet'] as { attributions: { id: string; disputed: boolean; retracted: boolean }[] })
      .attributions;
  };

  beforeAll(async () => {
    trial = makeCase();
    trial.write({ attributions: says(1, 'ofac:1') });
    store = await openTestStore();
    opened = await openLoaded(store, trial.folder);
  });
  afterAll(async () => {
    await opened.close();
    await store.close();
    trial.remove();
  });

  it('is kept beside what others say, with the conflict marked, and once however often it is sent', async () => {
    const first = await state({});
    expect(first.errors).toBeUndefined();
    expect(first.data?.['stateAttribution']).toEqual({
      id: idOf('one'),
      stance: 'ASSERTS',
      confidence: 70,
      disputed: true,
      retracted: false,
      label: null,
      actor: { id: 'ofac:2' },
      wallet: { id: walletId(1) },
      source: { title: 'Statement of test-analyst' },
    });
    expect((await state({})).data).toEqual(first.data);
    expect((await saidOf(1, analyst)).map(({ disputed }) => disputed)).toEqual([true, true]);
    const other = await state({ method: 'something else' });
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'STATEMENT_KEY_TAKEN' });
  });

  it('is for the operator only: a partner sees what public sources say, and no sign of it', async () => {
    const shown = await saidOf(1, partner);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ disputed: false });
    const reached = await ask(
      opened.subgraph,
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Actor { wallets { totalCount } } } }',
      { r: [{ __typename: 'Actor', id: 'ofac:2' }] },
      partner,
    );
    expect(reached.data).toEqual({ _entities: [{ wallets: { totalCount: 0 } }] });
  });

  it.each([
    ['a partner', callerOf('partner', 'meridian')],
    ['a partner that was given the scope', { ...partner, scopes: [...partner.scopes, 'attribution:write'] }],
    ['an auditor', callerOf('auditor')],
  ])('is not taken from %s, whatever the gateway lets through', async (_who, caller) => {
    const { errors } = await state({ key: 'theirs' }, caller);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'ROLE_MISSING' });
    expect(await saidOf(1, analyst)).toHaveLength(2);
  });

  it.each([
    [{ wallet: '0x12' }, 'input.wallet'],
    [{ confidenceId: 'certain' }, 'input.confidenceId'],
    [{ heldFrom: '2022-02-01', heldTo: '2022-01-01' }, 'input.heldTo'],
    [{ stance: 'RETRACTS' }, 'input.stance'],
    [{ actorId: null }, 'input.actorId'],
    [{ actorId: 'Lazarus' }, 'input.actorId'],
    [{ method: ' ' }, 'input.method'],
    [{ key: 'a b' }, 'input.key'],
    [{ evidenceUrl: 'javascript:alert(1)' }, 'input.evidenceUrl'],
  ])('rejects %j, and names the value', async (over, argument) => {
    const { errors } = await state({ key: 'bad', ...over });
    expect(errors?.[0]).toMatchObject({
      path: ['stateAttribution'],
      extensions: { code: 'BAD_USER_INPUT', argument },
    });
  });

  it('disputes what a source says, and is taken back by the operator only, whole', async () => {
    await state({ key: 'no', stance: 'DISPUTES', actorId: 'ofac:1' });
    const retract = (input: object, caller: Identity = analyst) =>
      ask(opened.subgraph, retractIt, { input: { reason: 'a mistake', ...input } }, caller);
    const [listed] = (await saidOf(1, partner)).map(({ id }) => id);
    const rejected = await retract({ key: 'r0', id: listed });
    expect(rejected.errors?.[0]?.extensions).toMatchObject({ code: 'STATEMENT_NOT_ALLOWED' });
    const unknown = await retract({ key: 'r0', id: 'hand:nobody:none' });
    expect(unknown.errors?.[0]?.extensions).toMatchObject({ code: 'UNKNOWN_ENTITY' });

    // By another analyst, twice.
    const colleague = { ...analyst, subject: 'a colleague' };
    for (const id of [idOf('no'), idOf('one')]) {
      const input = { key: `back.${id.slice(-2)}`, id };
      const first = await retract(input, colleague);
      expect(first.errors).toBeUndefined();
      expect((await retract(input, colleague)).data).toEqual(first.data);
    }
    const left = await saidOf(1, analyst);
    expect(
      left
        .filter(({ retracted }) => retracted)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([idOf('no'), idOf('one')]);
    expect(left.every(({ disputed }) => !disputed)).toBe(true);
  });

  it('keeps the keys of callers apart that share a subject', async () => {
    const callers = [
      analyst,
      { ...analyst, issuer: 'https://other.example' },
      { ...analyst, client: 'desk' },
    ];
    const ids = [];
    for (const [i, caller] of callers.entries()) {
      const input = { key: 'shared', wallet: address(60 + i) };
      const { data, errors } = await state(input, caller);
      expect(errors).toBeUndefined();
      ids.push((data?.['stateAttribution'] as { id: string }).id);
      expect((await state(input, caller)).data).toEqual(data);
    }
    expect(new Set(ids).size).toBe(callers.length);
  });

  it('may be only a label, of nobody in particular', async () => {
    const { data } = await state({ key: 'label', wallet: address(7), actorId: null, label: 'Scam 7' });
    expect(data?.['stateAttribution']).toMatchObject({ label: 'Scam 7', actor: null, disputed: false });
  });
});
