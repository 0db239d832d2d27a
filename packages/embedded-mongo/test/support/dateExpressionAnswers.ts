import { type Answer, date, int, long } from './bsonValues';

const parts = (hour: number): object => ({
  year: int(2017),
  month: int(1),
  day: int(1),
  hour: int(hour),
  minute: int(29),
  second: int(9),
  millisecond: int(123),
});
const dated = (fields: object): Record<string, unknown> => ({ $dateFromParts: fields });
const added = (fields: object): Record<string, unknown> => ({ $dateAdd: fields });
const cut = (fields: object): Record<string, unknown> => ({ $dateTrunc: fields });
const day = date('2017-01-01T12:29:09.123Z');
const summer = date('2020-11-30T12:10:05.000Z');

/** As `expressionAnswers`: dates. */
export const dateExpressionAnswers: Answer[] = [
  [{ $year: day }, int(2017)],
  [{ $month: { date: day } }, int(1)],
  [{ $dayOfMonth: date('1998-11-07T00:00:00Z') }, int(7)],
  [{ $dayOfMonth: { date: date('1998-11-07T00:00:00Z'), timezone: '-0400' } }, int(6)],
  [{ $dayOfYear: date('2000-12-31T00:00:00Z') }, int(366)],
  [{ $dayOfWeek: date('2016-01-01T00:00:00Z') }, int(6)],
  [{ $hour: { date: date('2017-06-19T15:13:25.713Z'), timezone: 'America/New_York' } }, int(11)],
  [{ $minute: { date: date('2017-06-19T15:13:25.713Z'), timezone: 'Asia/Kolkata' } }, int(43)],
  [{ $second: day }, int(9)],
  [{ $millisecond: day }, int(123)],
  [{ $week: date('2016-01-01T00:00:00Z') }, int(0)],
  [{ $week: date('2017-01-01T00:00:00Z') }, int(1)],
  [{ $week: { date: date('1998-11-01T00:00:00Z'), timezone: '-0500' } }, int(43)],
  [{ $isoWeek: date('2016-01-01T00:00:00Z') }, int(53)],
  [{ $isoWeek: date('2016-01-04T00:00:00Z') }, int(1)],
  [{ $isoWeek: { date: date('1998-11-02T00:00:00Z'), timezone: '-0500' } }, int(44)],
  [{ $isoWeekYear: date('2016-01-01T00:00:00Z') }, long(2015)],
  [{ $isoDayOfWeek: date('2017-01-01T00:00:00Z') }, int(7)],
  [{ $year: null }, null],
  [{ $dateToParts: { date: day } }, parts(12)],
  [{ $dateToParts: { date: day, timezone: 'America/New_York' } }, parts(7)],
  [
    { $dateToParts: { date: day, iso8601: true } },
    {
      isoWeekYear: int(2016),
      isoWeek: int(52),
      isoDayOfWeek: int(7),
      hour: int(12),
      minute: int(29),
      second: int(9),
      millisecond: int(123),
    },
  ],
  [dated({ year: 2017, month: 2, day: 8, hour: 12 }), date('2017-02-08T12:00:00Z')],
  [dated({ isoWeekYear: 2017, isoWeek: 6, isoDayOfWeek: 3, hour: 12 }), date('2017-02-08T12:00:00Z')],
  [
    dated({
      year: 2016,
      month: 12,
      day: 31,
      hour: 23,
      minute: 46,
      second: 12,
      timezone: 'America/New_York',
    }),
    date('2017-01-01T04:46:12Z'),
  ],
  [dated({ year: 2017, month: 14, day: 1, hour: 12 }), date('2018-02-01T12:00:00Z')],
  [dated({ year: 2017, month: 0, day: 1, hour: 12 }), date('2016-12-01T12:00:00Z')],
  [dated({ year: 2017, month: 1, day: 0 }), date('2016-12-31T00:00:00Z')],
  [dated({ year: 99 }), date('0099-01-01T00:00:00Z')],
  [dated({ year: 2017, month: null }), null],
  [
    added({ startDate: date('2020-01-31T10:00:00Z'), unit: 'month', amount: 1 }),
    date('2020-02-29T10:00:00Z'),
  ],
  [
    added({ startDate: date('2020-12-31T12:10:05Z'), unit: 'month', amount: 1 }),
    date('2021-01-31T12:10:05Z'),
  ],
  [added({ startDate: date('2020-02-29T00:00:00Z'), unit: 'year', amount: 1 }), date('2021-02-28T00:00:00Z')],
  [
    added({ startDate: date('2020-10-31T12:10:05Z'), unit: 'quarter', amount: -1 }),
    date('2020-07-31T12:10:05Z'),
  ],
  [
    added({ startDate: date('2020-11-30T12:10:05Z'), unit: 'quarter', amount: 1 }),
    date('2021-02-28T12:10:05Z'),
  ],
  [
    added({
      startDate: date('2021-03-13T18:00:00Z'),
      unit: 'day',
      amount: 1,
      timezone: 'America/New_York',
    }),
    date('2021-03-14T17:00:00Z'),
  ],
  [
    added({
      startDate: date('2021-03-13T18:00:00Z'),
      unit: 'hour',
      amount: 24,
      timezone: 'America/New_York',
    }),
    date('2021-03-14T18:00:00Z'),
  ],
  [added({ startDate: null, unit: 'day', amount: 1 }), null],
  [
    { $dateSubtract: { startDate: date('2021-03-31T00:00:00Z'), unit: 'month', amount: 1 } },
    date('2021-02-28T00:00:00Z'),
  ],
  [
    {
      $dateDiff: {
        startDate: date('2020-12-31T23:59:00Z'),
        endDate: date('2021-01-01T00:01:00Z'),
        unit: 'year',
      },
    },
    long(1),
  ],
  [
    {
      $dateDiff: {
        startDate: date('2021-01-31T00:00:00Z'),
        endDate: date('2021-02-01T00:00:00Z'),
        unit: 'month',
      },
    },
    long(1),
  ],
  [
    {
      $dateDiff: {
        startDate: date('2021-01-24T00:00:00Z'),
        endDate: date('2021-01-25T00:00:00Z'),
        unit: 'week',
        startOfWeek: 'Monday',
      },
    },
    long(1),
  ],
  [
    {
      $dateDiff: {
        startDate: date('2021-01-24T00:00:00Z'),
        endDate: date('2021-01-25T00:00:00Z'),
        unit: 'week',
      },
    },
    long(0),
  ],
  [
    {
      $dateDiff: {
        startDate: date('2021-01-01T00:00:01Z'),
        endDate: date('2021-01-01T02:00:00Z'),
        unit: 'hour',
      },
    },
    long(2),
  ],
  [cut({ date: date('2021-03-20T11:30:05Z'), unit: 'hour' }), date('2021-03-20T11:00:00Z')],
  [cut({ date: date('2021-03-20T11:30:05Z'), unit: 'month', binSize: 2 }), date('2021-03-01T00:00:00Z')],
  [cut({ date: date('2021-04-20T11:30:05Z'), unit: 'month', binSize: 2 }), date('2021-03-01T00:00:00Z')],
  [cut({ date: summer, unit: 'quarter' }), date('2020-10-01T00:00:00Z')],
  [
    cut({ date: date('2021-03-17T11:30:05Z'), unit: 'week', startOfWeek: 'monday' }),
    date('2021-03-15T00:00:00Z'),
  ],
  [cut({ date: date('2021-03-17T11:30:05Z'), unit: 'week' }), date('2021-03-14T00:00:00Z')],
  [
    cut({ date: date('2000-01-12T00:00:00Z'), unit: 'week', binSize: 2, startOfWeek: 'mon' }),
    date('2000-01-03T00:00:00Z'),
  ],
  [
    cut({ date: date('2021-03-20T02:00:00Z'), unit: 'day', timezone: 'America/New_York' }),
    date('2021-03-19T04:00:00Z'),
  ],
  [cut({ date: date('1999-12-31T23:59:00Z'), unit: 'year' }), date('1999-01-01T00:00:00Z')],
  [cut({ date: date('1999-12-31T23:59:00Z'), unit: 'minute', binSize: 7 }), date('1999-12-31T23:53:00Z')],
  [{ $dateToString: { date: date('2014-01-01T08:15:39.736Z'), format: '%Y-%m-%d' } }, '2014-01-01'],
  [{ $dateToString: { date: date('2014-01-01T08:15:39.736Z') } }, '2014-01-01T08:15:39.736Z'],
  [
    {
      $dateToString: {
        date: date('2014-01-01T08:15:39.736Z'),
        format: '%H:%M:%S:%L%z',
        timezone: 'America/New_York',
      },
    },
    '03:15:39:736-0500',
  ],
  [
    {
      $dateToString: { date: date('2014-01-01T08:15:39.736Z'), format: '%H:%M:%S:%L%z', timezone: '+04:30' },
    },
    '12:45:39:736+0430',
  ],
  [
    { $dateToString: { date: date('2014-01-01T08:15:39.736Z'), format: '%j %w %u %U %V %G %Z%%' } },
    '001 4 3 00 01 2014 0%',
  ],
  [{ $dateToString: { date: null, onNull: 'none' } }, 'none'],
  [{ $dateFromString: { dateString: '2017-02-08T12:10:40.787' } }, date('2017-02-08T12:10:40.787Z')],
  [
    { $dateFromString: { dateString: '2017-02-08T12:10:40.787', timezone: 'America/New_York' } },
    date('2017-02-08T17:10:40.787Z'),
  ],
  [{ $dateFromString: { dateString: '2017-02-08T12:10:40.787+01:00' } }, date('2017-02-08T11:10:40.787Z')],
  [{ $dateFromString: { dateString: '06-15-2018', format: '%m-%d-%Y' } }, date('2018-06-15T00:00:00Z')],
  [{ $dateFromString: { dateString: 'x', onError: 'bad' } }, 'bad'],
  [{ $dateFromString: { dateString: null, onNull: 'none' } }, 'none'],
];
