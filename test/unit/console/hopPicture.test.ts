import { mergedPictures, waysPicture } from '../../../console/src/pages/follow/hopPicture';
import { readPicture, savedPicture, untouched } from '../../../console/src/picture/savedPicture';

const asset = { symbol: 'ETH', decimals: 18 };
const hop = (from: string, to: string, at: string) => ({
  txHash: `0x${from}${to}`,
  amount: '1',
  at,
  illustrative: false,
  asset,
  from: { id: `eip155:1:${from}` },
  to: { id: `eip155:1:${to}` },
});
const source = { id: 's', title: 'A bridge' };

describe('pictures of ways', () => {
  it('draw each wallet once, at the earliest time of all ways, also across pictures', () => {
    const one = waysPicture([[hop('a', 'b', '2022-01-03T00:00:00Z')]]);
    const other = waysPicture([
      [hop('a', 'b', '2022-01-01T00:00:00Z'), hop('b', 'c', '2022-01-02T00:00:00Z')],
    ]);
    const { nodes, edges } = mergedPictures([one, other]);
    expect(nodes.map(({ id, at }) => [id, at])).toEqual([
      ['wallet eip155:1:a', '2022-01-01T00:00:00Z'],
      ['wallet eip155:1:b', '2022-01-01T00:00:00Z'],
      ['wallet eip155:1:c', '2022-01-02T00:00:00Z'],
    ]);
    expect(edges).toHaveLength(2);
    expect(edges[0]).toMatchObject({ transaction: 'eip155:1:0xab' });
  });

  it('join a hop to the one before where a crossing leads on from another wallet, with its source', () => {
    const crossing = { kind: 'BRIDGE', source };
    const { edges } = waysPicture([
      [hop('a', 'b', '2022-01-01T00:00:00Z'), { ...hop('x', 'y', '2022-01-02T00:00:00Z'), crossing }],
    ]);
    expect(edges.find(({ kind }) => kind === 'CROSSING')).toMatchObject({
      from: 'wallet eip155:1:b',
      to: 'wallet eip155:1:x',
      sources: [source],
    });
  });
});

describe('a saved picture', () => {
  it('keeps what was asked, and nothing that was answered', () => {
    const steps = [
      { kind: 'REACH', wallet: 'eip155:1:a', direction: 'OUT', hops: 5, asOf: '' },
      { kind: 'ACTOR', actor: 'ofac:1' },
    ] as const;
    expect(readPicture(savedPicture(untouched, steps))).toMatchObject({ steps });
    expect(readPicture(savedPicture(untouched))).toMatchObject({ steps: [] });
  });

  it('is none where a step is not one', () => {
    const text = (step: object) => JSON.stringify({ ...JSON.parse(savedPicture(untouched)), steps: [step] });
    expect(
      readPicture(text({ kind: 'REACH', wallet: 'a', direction: 'ANY', hops: 5, asOf: '' })),
    ).toBeUndefined();
    expect(readPicture(text({ kind: 'FACT' }))).toBeUndefined();
  });
});
