import type { Completeness } from '../../../console/src/graph/generated/graphql';
import { cutOf } from '../../../console/src/parts/completeness';

describe('whether a search was cut', () => {
  it('is no only where every search was complete', () => {
    expect(cutOf(['COMPLETE', 'COMPLETE'])).toBeUndefined();
    expect(cutOf(['COMPLETE', 'HUB_CUT'])?.kind).toBe('HUB_CUT');
  });

  it('is yes for a kind that the console does not know', () => {
    expect(cutOf(['LATER_KIND' as Completeness])?.text).toMatch(/not complete/);
  });
});
