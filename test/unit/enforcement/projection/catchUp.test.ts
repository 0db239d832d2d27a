import type { LedgerEvent } from '@cordon/ledger';
import { readEvent } from '../../../../subgraphs/enforcement/ledger/events';
import { createCatchUp, type ProjectionSources } from '../../../../subgraphs/enforcement/projection/catchUp';

/** A ledger that grows, and a view that only notes how far it was projected: what decides here is who comes when. */
function growingLedger() {
  const projected: number[] = [];
  const state = { head: 1 };
  const event = (sequence: number): LedgerEvent => ({
    sequence,
    type: 'CORRECTED',
    happenedAt: '2024-01-01T00:00:00.000Z',
    recordedAt: '2024-01-01T00:00:00.000Z',
    maker: 'm',
    approvals: [],
    key: null,
    payload: { corrects: 1, reason: 'x' },
    previousHash: '',
    hash: '',
  });
  const sources: ProjectionSources = {
    ledger: {
      head: async () => ({ sequence: state.head, hash: '', recordedAt: '' }),
      async *read({ after, upTo = state.head }) {
        for (let sequence = after + 1; sequence <= upTo; sequence++) yield event(sequence);
      },
    },
    rows: {
      cursors: async () => new Map(),
      latestSequence: async () => 0,
      begin: async () => undefined,
      advance: async () => undefined,
      load: async () => new Map(),
      write: async () => undefined,
    } as Partial<ProjectionSources['rows']> as ProjectionSources['rows'],
    readEvent,
    views: [
      {
        name: 'noted',
        version: 1,
        changes: ({ sequence }) => {
          projected.push(sequence);
          return [];
        },
      },
    ],
  };
  return { state, projected, catchUp: createCatchUp(sources) };
}

describe.each([
  ['a reader, who asks for the head', Infinity],
  ['a decision, which asks for its sequence', 3],
])('%s', (_who, upTo) => {
  it('is answered with no less, whoever asks for less just as a run before ends', async () => {
    for (let turns = 0; turns < 40; turns++) {
      const { state, projected, catchUp } = growingLedger();
      const first = catchUp(1);
      state.head = 3;
      const seen = catchUp(upTo).then(() => projected.at(-1));
      const other = (async () => {
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        await catchUp(2);
      })();
      await Promise.all([first, other]);
      expect([turns, await seen]).toEqual([turns, 3]);
    }
  });
});
