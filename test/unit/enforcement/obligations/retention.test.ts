import { retentionOf } from '../../../../subgraphs/enforcement/retention/retention.rules';

const at = (text: string) => new Date(text);
const now = at('2026-01-15T12:00:00Z');
const block = (to: string | null) => ({ kind: 'BLOCK' as const, to: to === null ? null : at(to) });

describe('records', () => {
  it('have no day from which they need not be kept while the property is blocked', () => {
    expect(retentionOf([block('2012-01-01T00:00:00Z'), block(null)], [], now)).toMatchObject({
      state: 'IN_FORCE',
      until: null,
      reason: 'the property is blocked',
    });
    expect(retentionOf([block('2027-01-01T00:00:00Z')], [], now).state).toBe('IN_FORCE');
  });

  it('are kept ten years from the day in New York of the last unblocking', () => {
    const ended = [
      block('2023-03-01T04:59:59Z'),
      { kind: 'FREEZE' as const, to: at('2022-01-01T00:00:00Z') },
    ];
    expect(retentionOf(ended, [], now)).toMatchObject({ state: 'RUNNING', until: '2033-02-28' });
    expect(retentionOf([block('2024-02-29T12:00:00Z')], [], now).until).toBe('2034-03-01');
  });

  it('are kept only five years where those were over when ten became the rule', () => {
    expect(retentionOf([block('2020-03-11T12:00:00Z')], [], now)).toMatchObject({
      until: '2025-03-11',
      state: 'OVER',
    });
    expect(retentionOf([block('2020-03-12T12:00:00Z')], [], now)).toMatchObject({ until: '2030-03-12' });
  });

  it('are held by a hold in place, however old, and by none that is lifted or still to come', () => {
    const old = [block('2001-01-01T12:00:00Z')];
    const from = at('2025-01-01T00:00:00Z');
    expect(retentionOf(old, [{ from, to: null }], now)).toMatchObject({ state: 'HELD', until: null });
    expect(retentionOf([], [{ from, to: null }], now).state).toBe('HELD');
    expect(retentionOf(old, [{ from, to: now }], now).state).toBe('OVER');
    expect(retentionOf(old, [{ from: at('2026-02-01T00:00:00Z'), to: null }], now).state).toBe('OVER');
  });

  it('of an account without a measure are under no rule of this kind', () => {
    expect(retentionOf([], [], now)).toMatchObject({ state: 'NONE', until: null, rule: null });
  });
});
