import { type Change, changeFacts, changeTitle } from '../../../console/src/pages/alerts/changeText';

type Finding = NonNullable<Change['after']>;

const finding = (facts: Partial<Finding>): Finding => ({
  label: null,
  designationId: null,
  stance: null,
  confidence: null,
  disputed: null,
  direct: null,
  indirect: null,
  wallet: null,
  account: null,
  actor: null,
  asset: null,
  ...facts,
});
const cause = {
  statementIds: [],
  designationId: null,
  versions: [],
  depositId: null,
  transfers: [],
  trace: null,
};
const lazarus = { id: 'ofac:27307', name: 'LAZARUS GROUP' };

describe('a change in words', () => {
  it('names what differs, before and after', () => {
    const change: Change = {
      change: 'CHANGED',
      kind: 'STATEMENT',
      before: finding({ actor: lazarus, stance: 'ASSERTS', confidence: 60, disputed: false }),
      after: finding({ actor: lazarus, stance: 'ASSERTS', confidence: 60, disputed: true }),
      cause,
    };
    expect(changeTitle(change)).toBe('Changed: statement about LAZARUS GROUP');
    expect(changeFacts(change)).toEqual(['disputed No → Yes']);
  });

  it('names all facts of what came, amounts in whole units and exactly', () => {
    const change: Change = {
      change: 'ADDED',
      kind: 'EXPOSURE_IN',
      before: null,
      after: finding({
        label: 'mixer',
        direct: '8750000000000000000',
        indirect: '1',
        asset: { symbol: 'ETH', decimals: 18 },
      }),
      cause,
    };
    expect(changeTitle(change)).toBe('Added: funds received from mixer');
    expect(changeFacts(change)).toEqual([
      'directly 8.75 ETH',
      'through other wallets 0.000000000000000001 ETH',
    ]);
  });
});
