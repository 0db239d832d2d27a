import { gatherEvidence } from '../../../console/src/pages/evidence/gatherEvidence';
import { signIn } from '../../../console/src/session/session';
import { evidenceTexts } from '../../../console/src/texts/evidence';
import { keepInMemory } from '../../support/console/sessionStorage';

const claims = { sub: 'zoe', exp: 9_999_999_999 };
const measure = { id: 'm1', events: null, bases: [], reason: null };
const rowOf = (account: string) => ({
  account: { id: account },
  trace: { id: 'trace@7', to: { id: 'w' } },
});

/** The graph as it answers an analyst. */
const answers: Readonly<Record<string, object>> = {
  EvidenceAccount: { account: { id: 'held', measures: [measure] } },
  EvidenceTraces: {
    actor: {
      id: 'a',
      name: 'A',
      frozenAccounts: {
        completeness: 'COMPLETE',
        pageInfo: { hasNextPage: false, endCursor: null },
        nodes: [rowOf('held')],
      },
    },
  },
};

describe('an evidence file', () => {
  keepInMemory();
  beforeAll(() => {
    signIn(`.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`);
    jest.spyOn(globalThis, 'fetch').mockImplementation((_url, init) => {
      const { operationName } = JSON.parse(init?.body as string) as { operationName: string };
      return Promise.resolve(Response.json({ data: answers[operationName] ?? {} }));
    });
  });
  afterAll(() => jest.restoreAllMocks());

  const gather = (about: { account?: string; trace?: string; measure?: string }) =>
    gatherEvidence(
      { account: 'held', actor: 'a', trace: undefined, measure: undefined, ...about },
      'zoe',
      new AbortController().signal,
    );
  const missingOf = (reason: string) => expect.objectContaining({ reason });

  it('has the one trace asked for', async () => {
    const { traces, missing } = await gather({ trace: 'trace@7' });
    expect(traces).toHaveLength(1);
    expect(missing).not.toContainEqual(missingOf(evidenceTexts.otherState));
  });

  it('keeps the traces of an account where the one asked for is of another state of the transfers', async () => {
    const { traces, missing } = await gather({ trace: 'trace@6' });
    expect(traces).toHaveLength(1);
    expect(missing).toContainEqual(missingOf(evidenceTexts.otherState));
  });

  it.each([undefined, 'trace@7'])(
    'never says that nothing reached an account not held now (%s)',
    async (id) => {
      const { traces, missing } = await gather({ account: 'released', ...(id ? { trace: id } : {}) });
      expect(traces).toBeNull();
      expect(missing).toContainEqual(missingOf(evidenceTexts.heldNowOnly));
    },
  );

  it('says that a measure asked for is not on the account', async () => {
    const { account, missing } = await gather({ measure: 'm2' });
    expect(account).toMatchObject({ measures: null });
    expect(missing).toContainEqual(missingOf(evidenceTexts.noSuchMeasure('m2')));
  });

  it('says that processes and reasons are left out for who may not see them', async () => {
    const { account, missing } = await gather({ measure: 'm1' });
    expect(account?.measures).toMatchObject([{ bases: null }]);
    expect(missing).toContainEqual(missingOf(evidenceTexts.withheld));
  });

  it('names each part that is null without an error', async () => {
    const { exposures, lists, ledger, missing } = await gather({});
    expect([exposures, lists, ledger]).toEqual([{ w: null }, null, null]);
    for (const part of ['Exposure of w', 'Lists', 'Ledger'])
      expect(missing).toContainEqual({ part, reason: evidenceTexts.notAnswered, code: undefined });
  });
});
