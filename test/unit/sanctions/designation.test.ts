import fc from 'fast-check';
import type { DesignationRecord } from '../../../subgraphs/sanctions/designation/designation.record';
import { decideSanctioned, inForceOn } from '../../../subgraphs/sanctions/designation/designation.rules';

const designation = (dates: Pick<DesignationRecord, 'from' | 'to' | 'seenOn'>): DesignationRecord => ({
  _id: 'case:ofac-sdn:1',
  actorId: 'ofac:1',
  list: 'ofac-sdn',
  entry: '1',
  programmes: ['DPRK2'],
  addresses: [],
  source: { id: 's', title: 'a press release' },
  ...dates,
});

const decide = (day: string, ...dates: Pick<DesignationRecord, 'from' | 'to' | 'seenOn'>[]) =>
  decideSanctioned(dates.map(designation), day);

describe('sanctioned on a day', () => {
  it.each([
    ['the day before the first', '2023-05-22', false],
    ['the first day', '2023-05-23', true],
    ['the last day', '2024-01-31', true],
    ['the day after the last', '2024-02-01', false],
  ])('%s', (_, day, sanctioned) => {
    expect(decide(day, { from: '2023-05-23', to: '2024-01-31' })).toEqual({ sanctioned });
  });

  it('is not known where nothing covers the actor', () => {
    expect(decide('2023-05-23')).toHaveProperty('gap');
  });

  it('is not known before a day on which it was seen, where nobody gave the first day', () => {
    expect(decide('2024-05-02', { seenOn: '2024-05-03' })).toHaveProperty('gap');
    expect(decide('2024-05-03', { seenOn: '2024-05-03' })).toEqual({ sanctioned: true });
  });

  it('is true where sources disagree', () => {
    expect(decide('2024-06-01', { from: '2020-01-01', to: '2021-01-01' }, { from: '2024-01-01' })).toEqual({
      sanctioned: true,
    });
  });

  describe('where a list gives only a month or a year', () => {
    /** Of a list version, which a case's designation of the same entry may complete. */
    const listed = (dates: Partial<DesignationRecord>): DesignationRecord => {
      const ofList = { phases: [], updatedOn: [], ...designation({ from: null, to: null, seenOn: null }) };
      return { ...ofList, _id: 'ofac-sdn:1', ...dates };
    };
    const sanctionedOn = (day: string, list: Partial<DesignationRecord>, to: string) =>
      decideSanctioned([listed(list), designation({ from: '2019-01-01', to, seenOn: null })], day);
    const endedIn2022 = { from: '2018-01-01', to: '2022-12-31', toEarliest: '2022-01-01', toText: '2022' };

    it('is decided by a day of that time', () => {
      expect(sanctionedOn('2022-06-01', endedIn2022, '2022-05-01')).toEqual({ sanctioned: false });
      expect(sanctionedOn('2022-04-01', endedIn2022, '2022-05-01')).toEqual({ sanctioned: true });
    });

    it('is not decided by the end of an earlier time', () => {
      expect(sanctionedOn('2022-06-01', endedIn2022, '2020-01-01')).toHaveProperty('gap');
      const seen = { from: '2018-01-01', to: '2022-06-30', lastSeenOn: '2022-01-15' };
      expect(sanctionedOn('2022-03-01', seen, '2020-01-01')).toHaveProperty('gap');
      expect(sanctionedOn('2022-03-01', seen, '2022-02-01')).toEqual({ sanctioned: false });
      const begins = { from: '2022-02-01', fromLatest: '2022-02-28', fromText: '2022-02' };
      expect(sanctionedOn('2022-02-10', begins, '2020-01-01')).toHaveProperty('gap');
    });
  });

  it('is false only where no designation is or may be in force', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2023-05-${String(n).padStart(2, '0')}`);
    const dates = fc.record({ from: fc.option(day), to: fc.option(day), seenOn: fc.option(day) });
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1, maxLength: 4 }), day, (given, asked) => {
        const decision = decide(asked, ...given);
        const mayHold = inForceOn(given.map(designation), asked).length > 0;
        expect('sanctioned' in decision && !decision.sanctioned).toBe(!mayHold);
      }),
    );
  });
});
