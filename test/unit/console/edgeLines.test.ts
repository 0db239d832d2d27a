import { edgeLines } from '../../../console/src/picture/edgeLines';

describe('the words of an edge', () => {
  it('are broken where they would touch the nodes at its ends', () => {
    expect(edgeLines('Owned or controlled by')).toEqual(['Owned or', 'controlled by']);
    expect(edgeLines('Affiliated with')).toEqual(['Affiliated with']);
  });

  it('lose nothing: a long word stays whole', () => {
    expect(edgeLines('0.123456789012345678 ETH')).toEqual(['0.123456789012345678', 'ETH']);
  });
});
