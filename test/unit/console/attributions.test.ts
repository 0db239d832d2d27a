import { attributionsTo, highestConfidence } from '../../../console/src/parts/attributions';

const attribution = (confidence: number, facts: object = {}) => ({
  confidence,
  actor: { id: 'a' },
  stance: 'ASSERTS',
  retracted: false,
  ...facts,
});

describe('whose a wallet is said to be', () => {
  it('is by neither disputes nor retracted attributions, nor by those to others', () => {
    const standing = attribution(40);
    const others = [
      attribution(100, { retracted: true }),
      attribution(90, { stance: 'DISPUTES' }),
      attribution(80, { actor: { id: 'b' } }),
      attribution(70, { actor: null }),
    ];
    expect(attributionsTo('a', [...others, standing])).toEqual([standing]);
  });

  it('is of the highest confidence, and of an unknown one where nobody says so', () => {
    expect(highestConfidence([attribution(20), attribution(60)])).toBe(60);
    expect(highestConfidence([])).toBe('unknown');
  });
});
