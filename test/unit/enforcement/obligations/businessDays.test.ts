import fc from 'fast-check';
import { startOfDayIn } from '../../../../subgraphs/enforcement/law/typedDay.rules';
import {
  businessDaysAfter,
  daysLater,
  federalHolidays,
  isBusinessDay,
  isFederalHoliday,
} from '../../../../subgraphs/enforcement/law/federalHolidays.rules';
import {
  actDay,
  actInstant,
  endOfDay,
  newYorkDay,
  startOfDay,
} from '../../../../subgraphs/enforcement/law/newYorkDay.rules';
import { federalHolidayTable } from '../../../support/federalHolidayTable';

const someDay = fc.integer({ min: 0, max: 9_490 }).map((days) => daysLater('2015-01-01', days));

describe('federal holidays', () => {
  it('are those of an independent table, every year from 2015 to 2040', () => {
    for (let year = 2015; year <= 2040; year++) {
      const table = federalHolidayTable[year]?.map((day) => `${year}-${day}`);
      expect(federalHolidays(year)).toEqual(table);
    }
  });

  it('have Juneteenth from 2021 on, and no Inauguration Day', () => {
    expect(isFederalHoliday('2020-06-19')).toBe(false);
    expect(isFederalHoliday('2021-06-18')).toBe(true);
    expect(isFederalHoliday('2021-01-20')).toBe(false);
  });
});

describe('ten business days', () => {
  it('end where a calendar says', () => {
    // Tuesday, 23 May 2023: Memorial Day is on the way.
    expect(businessDaysAfter('2023-05-23', 10)).toBe('2023-06-07');
    // Blocked on a Saturday: Monday is the first.
    expect(businessDaysAfter('2024-08-10', 10)).toBe('2024-08-23');
    // Christmas and New Year's Day.
    expect(businessDaysAfter('2025-12-19', 10)).toBe('2026-01-06');
  });

  it('end on a business day, at least 14 days later, with exactly ten business days on the way', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const due = businessDaysAfter(day, 10);
        expect(isBusinessDay(due)).toBe(true);
        const gone = Math.round((Date.parse(due) - Date.parse(day)) / 86_400_000);
        // A Saturday or Sunday is not counted anyway: from there it may be 13 or 12 days.
        const weekday = new Date(day).getUTCDay();
        expect(gone).toBeGreaterThanOrEqual(weekday === 6 ? 13 : weekday === 0 ? 12 : 14);
        const counted = Array.from({ length: gone }, (_, i) => daysLater(day, i + 1)).filter((one) =>
          isBusinessDay(one),
        );
        expect(counted).toHaveLength(10);
      }),
      { numRuns: 500 },
    );
  });

  it('are never shortened by another holiday, and never pass one another', () => {
    fc.assert(
      fc.property(someDay, fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 5 }), (day, extra) => {
        const more = new Set(extra.map((days) => daysLater(day, days)));
        const plain = businessDaysAfter(day, 10);
        const longer = businessDaysAfter(day, 10, (one) => isFederalHoliday(one) || more.has(one));
        expect(longer >= plain).toBe(true);
        expect(businessDaysAfter(daysLater(day, 1), 10) >= plain).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a day in New York', () => {
  it('is that of the instant there, in winter and in summer', () => {
    expect(newYorkDay(new Date('2023-05-23T03:59:59Z'))).toBe('2023-05-22');
    expect(newYorkDay(new Date('2023-05-23T04:00:00Z'))).toBe('2023-05-23');
    expect(newYorkDay(new Date('2023-12-31T04:59:59Z'))).toBe('2023-12-30');
  });

  it('begins where the one before ends, and each instant is within its own', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }),
        (at) => {
          const day = newYorkDay(at);
          expect(startOfDay(day) <= at && at < endOfDay(day)).toBe(true);
          expect(newYorkDay(new Date(startOfDay(day).getTime() - 1))).toBe(daysLater(day, -1));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the day of an act', () => {
  it('is that in New York, and for midnight in UTC the day that was typed', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2015-01-01'), max: new Date('2040-12-31'), noInvalidDate: true }),
        (at) => {
          const midnight = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
          expect(actDay(midnight)).toBe(midnight.toISOString().slice(0, 10));
          expect(newYorkDay(actInstant(midnight))).toBe(actDay(midnight));
          fc.pre(at.getTime() !== midnight.getTime());
          expect([actDay(at), actInstant(at)]).toEqual([newYorkDay(at), at]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('begins where the law counts its days, also where its clocks change', () => {
    const starts = (day: string) =>
      ['America/New_York', 'Europe/London', 'Europe/Zurich', null].map((zone) =>
        startOfDayIn(day, zone).toISOString().slice(0, 16),
      );
    expect(starts('2023-05-23')).toEqual([
      '2023-05-23T04:00',
      '2023-05-22T23:00',
      '2023-05-22T22:00',
      '2023-05-23T00:00',
    ]);
    expect(starts('2023-03-26')).toEqual([
      '2023-03-26T04:00',
      '2023-03-26T00:00',
      '2023-03-25T23:00',
      '2023-03-26T00:00',
    ]);
    expect(starts('2023-03-12')[0]).toBe('2023-03-12T05:00');
  });
});
