import fc from 'fast-check';
import {
  asPercent,
  decideOwnership,
  type OwnershipStatus,
  type Stake,
  stakesAbove,
} from '../../../subgraphs/sanctions/ownership/ownership.rules';

/** `P 30 X`: P owns 30 percent of X; `P 30-60 X`: sources differ. */
const stakes = (...written: string[]): Stake[] =>
  written.map((text) => {
    const [ownerId = '', range = '', ownedId = ''] = text.split(' ');
    const [least = 0, most = least] = range.split('-').map((percent) => Number(percent) * 10_000);
    return { ownerId, ownedId, least, most };
  });

const decide = (
  entity: string,
  written: readonly string[],
  blocked: readonly string[],
  open: readonly string[] = [],
) => {
  const all = stakes(...written);
  const ids = all.flatMap(({ ownerId, ownedId }) => [ownerId, ownedId]);
  const listed = new Map(
    ids.map((id) => [id, blocked.includes(id) ? true : open.includes(id) ? null : false]),
  );
  return decideOwnership(all, listed)(entity);
};

describe('the 50 percent rule', () => {
  // The examples of OFAC's FAQ 401.
  it.each<[string, string[], OwnershipStatus]>([
    ['X holds A, A holds B: B is blocked through A', ['X 50 A', 'A 50 B', 'n 50 A', 'n 50 B'], 'BLOCKED'],
    ['X holds 50 of A and 10 of B, A holds 40 of B', ['X 50 A', 'X 10 B', 'A 40 B', 'n 50 B'], 'BLOCKED'],
    [
      'X holds 50 of A and of C, which hold 25 of B each',
      ['X 50 A', 'X 50 C', 'A 25 B', 'C 25 B', 'n 50 B'],
      'BLOCKED',
    ],
    [
      'X holds 25 of A, which holds 50 of B: A is not blocked',
      ['X 25 A', 'n 75 A', 'A 50 B', 'n 50 B'],
      'NOT_SHOWN',
    ],
    [
      'X holds 50 of A and 25 of C, which hold 25 of B each',
      ['X 50 A', 'n 50 A', 'X 25 C', 'n 75 C', 'A 25 B', 'C 25 B', 'n 50 B'],
      'NOT_SHOWN',
    ],
    ['X and Y hold 25 of A each', ['X 25 A', 'Y 25 A', 'n 50 A', 'A 50 B', 'n 50 B'], 'BLOCKED'],
  ])('%s', (_, written, status) => {
    expect(decide('B', written, ['X', 'Y']).status).toBe(status);
  });

  it('says the sums that led there', () => {
    const sums = decide('B', ['X 30 B', 'Y 15 B', 'n 55 B'], ['X', 'Y']);
    expect(sums).toEqual({
      status: 'NOT_SHOWN',
      blockedLeast: 450_000,
      blockedMost: 450_000,
      unaccounted: 0,
    });
    expect(asPercent(sums.blockedLeast)).toBe('45');
    expect(asPercent(499_999)).toBe('49.9999');
  });

  it.each<[string, string[], string[]]>([
    ['no stake is known', [], []],
    ['what nobody accounts for could make the half', ['X 30 B'], []],
    ['an owner may be listed or not', ['X 30 B', 'u 30 B', 'n 40 B'], ['u']],
    ['sources differ about the share', ['X 40-60 B', 'n 40 B'], []],
  ])('is not known where %s', (_, written, open) => {
    expect(decide('B', written, ['X'], open).status).toBe('UNKNOWN');
  });

  it('is not proved by owners in a circle', () => {
    expect(decide('A', ['A 60 B', 'B 60 A', 'n 40 A', 'n 40 B'], ['X']).status).toBe('NOT_SHOWN');
  });

  it('49.9999 is not half, and half is', () => {
    expect(decide('B', ['X 49.9999 B', 'n 50.0001 B'], ['X']).status).toBe('NOT_SHOWN');
    expect(decide('B', ['X 50 B', 'n 50 B'], ['X']).status).toBe('BLOCKED');
  });

  it('another blocked owner never makes anything less blocked', () => {
    const ids = ['A', 'B', 'C', 'D', 'E'];
    const id = fc.constantFrom(...ids);
    const stake = fc.tuple(id, fc.integer({ min: 0, max: 100 }), id).map(([a, n, b]) => `${a} ${n} ${b}`);
    fc.assert(
      fc.property(
        fc.array(stake, { minLength: 1, maxLength: 10 }),
        fc.subarray(ids),
        id,
        (written, blocked, more) => {
          const rank = { NOT_SHOWN: 0, UNKNOWN: 1, BLOCKED: 2 } as const;
          for (const entity of ids) {
            const before = decide(entity, written, blocked);
            const after = decide(entity, written, [...blocked, more]);
            expect(after.blockedLeast).toBeGreaterThanOrEqual(before.blockedLeast);
            expect(rank[after.status]).toBeGreaterThanOrEqual(rank[before.status]);
          }
        },
      ),
    );
  });
});

it('the stakes above an entity are those of its owners too, and circles end', () => {
  const all = stakes('A 50 B', 'B 50 A', 'C 10 A');
  const found = stakesAbove('B', (id) => all.filter(({ ownedId }) => ownedId === id));
  expect(found).toHaveLength(3);
});
