import { hasEnded, validityText } from '../../../console/src/pages/actor/linkText';

describe('the validity of a relationship', () => {
  it('ends after its last day in force', () => {
    const link = { validTo: '2026-05-01' };
    expect(hasEnded(link, '2026-05-01')).toBe(false);
    expect(validityText(link, '2026-05-01')).toBe('until 2026-05-01');
    expect(hasEnded(link, '2026-05-02')).toBe(true);
    expect(validityText(link, '2026-05-02')).toBe('ended 2026-05-01');
  });

  it('is never said more exactly than its list does', () => {
    const link = { validFrom: null, validFromText: '2022-02', validTo: '2026-12-31', validToText: '2026' };
    expect(validityText(link, '2026-06-01')).toBe('from 2022-02, until 2026');
    expect(validityText(link, '2027-01-01')).toBe('from 2022-02, ended 2026');
  });

  it('is empty where no source says', () => {
    expect(validityText({ validFrom: null, validTo: null, validFromText: null, validToText: null })).toBe('');
  });
});
