import type { RevocationRecord } from '../../../../gateway/tokens/revocation.record';
import { openRevocations } from '../../../../gateway/tokens/revocations';
import type { VerifiedToken } from '../../../../gateway/tokens/verifiedToken';
import { createLogger } from '../../../../shared/logger/logger';

const token: VerifiedToken = {
  identity: {
    issuer: 'https://id.example',
    client: 'desk',
    venue: null,
    subject: 'somebody',
    roles: ['analyst'],
    scopes: [],
    operator: true,
  },
  id: 'token-1',
  issuedAt: 1_000,
  expiresAt: 2_000,
  claims: {},
  confirmation: {},
};

const revocation = (fields: Partial<RevocationRecord>): RevocationRecord => ({
  _id: 'r',
  kind: 'jti',
  value: 'token-1',
  issuer: null,
  before: new Date(0),
  at: new Date(),
  ...fields,
});

const check = async (...revocations: RevocationRecord[]) => {
  const store = { add: async () => new Date(0), since: async () => revocations };
  const open = await openRevocations(store, createLogger('test', 'silent'));
  try {
    await open.check(token);
  } finally {
    open.close();
  }
};

it.each([
  ['its id', revocation({})],
  [
    'its client up to the second of its issue',
    revocation({ kind: 'client', value: 'desk', before: new Date(1_000_000) }),
  ],
  ['its subject', revocation({ kind: 'subject', value: 'somebody', before: new Date(1_500_000) })],
  ['its id, by its issuer', revocation({ issuer: 'https://id.example' })],
])('rejects a token that is revoked by %s', async (_what, revoked) => {
  await expect(check(revoked)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

it.each([
  ['another id', revocation({ value: 'token-2' })],
  ['its client before its issue', revocation({ kind: 'client', value: 'desk', before: new Date(999_999) })],
  ['another issuer', revocation({ issuer: 'https://other.example' })],
])('accepts a token beside a revocation of %s', async (_what, revoked) => {
  await expect(check(revoked)).resolves.toBeUndefined();
});

it('keeps the later of two instants', async () => {
  const subject = { kind: 'subject', value: 'somebody' } as const;
  await expect(
    check(
      revocation({ ...subject, before: new Date(1_000_000) }),
      revocation({ ...subject, before: new Date(1) }),
    ),
  ).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

it('does not start where a revocation is of an unknown kind', async () => {
  await expect(check(revocation({ kind: 'key' as 'jti' }))).rejects.toThrow('unknown kind key');
});

describe('as time passes', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('rejects every token while revocations cannot be read, and accepts them again after', async () => {
    let isDown = false;
    const store = {
      add: async () => new Date(0),
      since: async () => {
        if (isDown) throw new Error('the store is down');
        return [];
      },
    };
    const open = await openRevocations(store, createLogger('test', 'silent'));
    try {
      isDown = true;
      await jest.advanceTimersByTimeAsync(1_700);
      await expect(open.check(token)).rejects.toMatchObject({ code: 'REVOCATIONS_UNAVAILABLE', status: 503 });
      isDown = false;
      await expect(open.check(token)).resolves.toBeUndefined();
    } finally {
      open.close();
    }
  });

  it('reads again where the read that a check waited for had begun long before', async () => {
    let found: RevocationRecord[] = [];
    let reads = 0;
    let finish: () => void = () => undefined;
    const store = {
      add: async () => new Date(0),
      async since() {
        const seen = found;
        if (++reads === 2) await new Promise<void>((resolve) => (finish = resolve));
        return seen;
      },
    };
    const open = await openRevocations(store, createLogger('test', 'silent'));
    try {
      // The second read sees no revocation, and takes long.
      await jest.advanceTimersByTimeAsync(700);
      expect(reads).toBe(2);
      found = [revocation({})];
      await jest.advanceTimersByTimeAsync(1_700);
      const checked = open.check(token);
      finish();
      await expect(checked).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    } finally {
      finish();
      open.close();
    }
  });
});
