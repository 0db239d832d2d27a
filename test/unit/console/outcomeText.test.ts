import { outcomeText } from '../../../console/src/pages/ledger/outcomeText';

describe('the outcome of a verification', () => {
  it('says of an unknown outcome that the ledger could not be verified', () => {
    expect(outcomeText('WHOLE')).toMatch(/^Whole/);
    expect(outcomeText('OF_A_LATER_VERSION')).toBe(outcomeText('UNKNOWN'));
  });
});
