import { causesOf } from '../../../console/src/pages/alerts/alertCauses';
import type { Change } from '../../../console/src/pages/alerts/changeText';

const none: Change['cause'] = {
  statementIds: [],
  designationId: null,
  versions: [],
  depositId: null,
  transfers: [],
  trace: null,
};
const changeBy = (cause: Partial<Change['cause']>): Change => ({
  change: 'CHANGED',
  kind: 'REACH',
  before: null,
  after: null,
  cause: { ...none, ...cause },
});
const transfer = (n: number) => ({ txHash: `0x${n}`, from: { chain: 'eip155:1' } });

describe('the records that an alert rests on', () => {
  it('names each once, whichever changes rest on it', () => {
    const { shown, moreTransactions } = causesOf([
      changeBy({ statementIds: ['s1'], versions: ['v1'], transfers: [transfer(1)] }),
      changeBy({
        statementIds: ['s1', 's2'],
        designationId: 'd1',
        transfers: [transfer(1)],
        trace: { id: 't1' },
      }),
    ]);
    expect(shown.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'STATEMENT s1',
      'VERSION v1',
      'TRANSACTION eip155:1:0x1',
      'STATEMENT s2',
      'DESIGNATION d1',
      'TRACE t1',
    ]);
    expect(moreTransactions).toBe(0);
  });

  it('lists five transactions of the whole alert, and counts the others once', () => {
    const { shown, moreTransactions } = causesOf([
      changeBy({ transfers: [1, 2, 3, 4].map(transfer) }),
      changeBy({ transfers: [3, 4, 5, 6, 7, 7].map(transfer) }),
    ]);
    expect(shown.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map((n) => `eip155:1:0x${n}`));
    expect(moreTransactions).toBe(2);
  });
});
