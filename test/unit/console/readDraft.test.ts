import { readDraft } from '../../../console/src/pages/proposals/readDraft';

const assetsOf = (draft: object) => readDraft(JSON.stringify(draft)).assets;

describe('the assets of a draft', () => {
  it('are the account whole only where the draft says so', () => {
    expect(assetsOf({ act: 'FREEZE', assets: null })).toBeNull();
    expect(assetsOf({ act: 'FREEZE', assets: ['a', 'b'] })).toEqual(['a', 'b']);
    expect(assetsOf({ act: 'TRANSFER', asset: 'a', amount: '1' })).toEqual(['a']);
    expect(assetsOf({ act: 'RELEASE' })).toBeUndefined();
    expect(readDraft('{').assets).toBeUndefined();
  });
});
