import * as fc from 'fast-check';
import { topicKeyOf } from '../../../../subgraphs/enforcement/claim/topicKey.rules';
import {
  type ComparedClaim,
  conflictOf,
} from '../../../../subgraphs/enforcement/contradiction/contradiction.rules';
import { ruleGroups } from '../../../../subgraphs/enforcement/contradiction/ruleGroups.rules';

type Told = Partial<Omit<ComparedClaim, 'topicKey' | 'place'>> & { readonly text?: string };

function claim(id: string, { text = 't', ...told }: Told = {}): ComparedClaim {
  const says = { subject: 'Japan', predicate: 'loss', object: 'theft', ...told };
  return {
    value: null,
    unit: null,
    time: null,
    modality: 'STATES',
    about: [],
    valueLink: null,
    ...says,
    _id: id,
    topicKey: topicKeyOf(says),
    place: { textSha256: text },
  };
}

const year = (of: number) => ({ text: String(of), from: `${of}-01-01`, to: `${of}-12-31` });
const years = (from: number, to: number) => ({
  text: `${from} to ${to}`,
  from: `${from}-01-01`,
  to: `${to}-12-31`,
});
const usd = (value: string, more: Told = {}): Told => ({ value, unit: 'USD', ...more });
const between = (a: Told, b: Told) => conflictOf(claim('a', a), claim('b', b));

const values = [
  '1',
  '5',
  '4400000',
  '~4400000',
  '>8',
  '<100',
  '620000000',
  '1..3',
  'thousands',
  'some',
  null,
];
const aClaim = fc
  .record({
    subject: fc.constantFrom('Japan', 'japan ', 'Vietnam'),
    predicate: fc.constantFrom('loss', 'Loss', 'theft'),
    object: fc.constantFrom('theft', 'theft of crypto', 'fire', null),
    value: fc.constantFrom(...values),
    unit: fc.constantFrom('USD', 'ETH', null),
    time: fc.constantFrom(
      year(2021),
      year(2022),
      years(2017, 2022),
      { text: 'May', from: null, to: null },
      null,
    ),
    modality: fc.constantFrom('STATES' as const, 'SUSPECTS' as const, 'DENIES' as const),
    about: fc.subarray(['ofac:1', 'ofac:2']),
  })
  .map((told) => told as Told);
const someClaims = fc
  .array(aClaim, { maxLength: 12 })
  .map((told) => told.map((one, i) => claim(`c${String(i).padStart(2, '0')}`, one)));

describe('whether two claims can both hold', () => {
  it('does not depend on which is asked first', () => {
    fc.assert(
      fc.property(aClaim, aClaim, (a, b) => {
        expect(conflictOf(claim('a', a), claim('b', b))).toBe(conflictOf(claim('b', b), claim('a', a)));
      }),
      { numRuns: 500 },
    );
  });

  it('is always so of a claim and itself, also where another tells the very same', () => {
    fc.assert(
      fc.property(aClaim, (told) => {
        expect(conflictOf(claim('a', told), claim('a', told))).toBeNull();
        expect(between(told, told)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is so of a figure and any rounding of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 9_999_999_999 }),
        fc.integer({ min: 1, max: 4 }),
        (n, digits) => {
          const rounded = Number(n.toPrecision(digits));
          expect(between(usd(String(n)), usd(String(rounded)))).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each<[string, Told, Told, string | null]>([
    ['values that do not meet', usd('721000000'), usd('500000000'), 'VALUES'],
    ['values of other units', usd('721000000'), { value: '5', unit: 'ETH' }, null],
    ['counts that differ by one', { value: '4' }, { value: '5' }, 'VALUES'],
    ['a range and what is in it', usd('630000000..>1000000000'), usd('2300000000'), null],
    ['a range and what is below it', usd('630000000..>1000000000'), usd('500000000'), 'VALUES'],
    ['values of two years', usd('1000000', { time: year(2021) }), usd('9000000', { time: year(2022) }), null],
    [
      'one number of two years',
      usd('5800000', { time: year(2022) }),
      usd('5800000', { time: year(2023) }),
      'PERIODS',
    ],
    [
      'a year and more in all',
      usd('640000000', { time: year(2022) }),
      usd('2300000000', { time: years(2017, 2022) }),
      null,
    ],
    [
      'a year and less in all',
      usd('2300000000', { time: year(2022) }),
      usd('640000000', { time: years(2017, 2022) }),
      'VALUES',
    ],
    [
      'a month and a day in it',
      usd('620000000', { time: { text: 'March', from: '2022-03-01', to: '2022-03-31' } }),
      usd('540000000', { time: { text: '23 March', from: '2022-03-23', to: '2022-03-23' } }),
      'VALUES',
    ],
    ['a value without a time', usd('640000000', { time: year(2022) }), usd('2300000000'), 'VALUES'],
    ['days that do not meet', { time: year(2021) }, { time: year(2022) }, 'PERIODS'],
    [
      'an open interval and a day in it',
      { time: { text: '', from: null, to: '2022-05-24' } },
      { time: year(2021) },
      null,
    ],
    ['a suspicion and an assertion', { modality: 'SUSPECTS' }, { modality: 'STATES' }, null],
    ['a denial and an assertion', { modality: 'DENIES' }, { modality: 'STATES' }, 'MODALITY'],
    ['a denial and a suspicion', { modality: 'DENIES' }, { modality: 'SUSPECTS' }, 'MODALITY'],
    ['a denial of another value', usd('5000000', { modality: 'DENIES' }), usd('4000000'), null],
    ['two denials', usd('5000000', { modality: 'DENIES' }), usd('4000000', { modality: 'DENIES' }), null],
    ['another subject', usd('1000000', { subject: 'Vietnam' }), usd('9000000'), null],
    ['a subject written otherwise', usd('1000000', { subject: ' JAPAN' }), usd('9000000'), 'VALUES'],
    ['another object', usd('1000000', { object: 'fire' }), usd('9000000'), null],
    ['an object in more words', usd('1000000', { object: 'theft of crypto' }), usd('9000000'), 'VALUES'],
    [
      'about another actor',
      usd('1000000', { about: ['ofac:1'] }),
      usd('9000000', { about: ['ofac:2'] }),
      null,
    ],
    ['a value that is no number', usd('some'), usd('9000000'), null],
  ])('%s', (_, a, b, expected) => expect(between(a, b)).toBe(expected));
});

describe('groups by rule', () => {
  it('hold claims that each contradict another in the group, and only those', () => {
    fc.assert(
      fc.property(someClaims, (claims) => {
        const groups = ruleGroups(claims);
        const grouped = new Set(groups.flatMap(({ claimIds }) => claimIds));
        for (const one of claims) {
          const isAtOdds = claims.some((other) => conflictOf(one, other) !== null);
          expect(grouped.has(one._id)).toBe(isAtOdds);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are the same in whatever order the claims come, and with a claim on another matter', () => {
    fc.assert(
      fc.property(someClaims, aClaim, (claims, told) => {
        const groups = ruleGroups(claims);
        expect(ruleGroups([...claims].reverse())).toEqual(groups);
        expect(ruleGroups([...claims, claim('z', { ...told, subject: 'Elsewhere' })])).toEqual(groups);
      }),
      { numRuns: 200 },
    );
  });

  it('join pairs that share a claim, and say what each rule found', () => {
    const groups = ruleGroups([
      claim('a', usd('1000000')),
      claim('b', usd('9000000')),
      claim('c', usd('9000000', { modality: 'DENIES' })),
      claim('d', { predicate: 'gain' }),
    ]);
    expect(groups).toEqual([
      expect.objectContaining({
        topic: 'Japan: loss',
        claimIds: ['a', 'b', 'c'],
        findings: [
          {
            rule: 'VALUES',
            claimIds: ['a', 'b'],
            explanation: expect.stringContaining('1000000 USD, 9000000 USD'),
          },
          { rule: 'MODALITY', claimIds: ['b', 'c'], explanation: expect.stringContaining('denies') },
        ],
      }),
    ]);
  });
});

describe('arithmetic', () => {
  const link = (
    kind: 'PART_OF' | 'SHARE_OF' | 'SUM_OF',
    claimIds: string[],
    percent: string | null = null,
  ) => ({
    valueLink: { kind, claimIds, percent },
  });
  const part = (id: string, value: string, more: Told = {}) =>
    claim(id, { ...usd(value), subject: id, ...link('PART_OF', ['whole']), ...more });
  const whole = claim('whole', { ...usd('2300000000'), subject: 'the world' });
  const found = (claims: ComparedClaim[]) => ruleGroups(claims).map(({ claimIds }) => claimIds);

  it('finds a share that is not its percentage of the whole', () => {
    const share = (value: string) =>
      claim('share', { ...usd(value), subject: 'x', ...link('SHARE_OF', ['whole'], '60') });
    expect(found([whole, share('640000000')])).toEqual([['share', 'whole']]);
    expect(found([whole, share('1380000000')])).toEqual([]);
    expect(found([whole, share('1400000000')])).toEqual([]);
  });

  it('finds parts that exceed their whole, only where one text names them', () => {
    expect(found([whole, part('a', '721000000'), part('b', '540000000')])).toEqual([]);
    expect(found([whole, part('a', '1721000000'), part('b', '940000000')])).toEqual([['a', 'b', 'whole']]);
    expect(found([whole, part('a', '1721000000'), part('b', '940000000', { text: 'other' })])).toEqual([]);
    expect(found([whole, part('a', '2400000000')])).toEqual([['a', 'whole']]);
    expect(found([whole, part('a', '2400000000', { modality: 'DENIES' })])).toEqual([]);
    expect(found([whole, part('a', '2400000000', { unit: 'ETH' })])).toEqual([]);
  });

  it('finds a sum that is not that of its parts', () => {
    const sum = (value: string) => claim('sum', { value, subject: 'all', ...link('SUM_OF', ['a', 'b']) });
    const parts = [claim('a', { value: '4', subject: 'a' }), claim('b', { value: '1', subject: 'b' })];
    expect(found([...parts, sum('5')])).toEqual([]);
    expect(found([...parts, sum('6')])).toEqual([['a', 'b', 'sum']]);
    expect(found([sum('6')])).toEqual([]);
  });
});
