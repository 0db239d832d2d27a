import { valueRange } from '../../../../subgraphs/enforcement/claim/valueRange.rules';
import {
  lossEstimatesIn,
  modalityOf,
  splitValue,
} from '../../../../subgraphs/enforcement/import/claims/claimOfFile.rules';
import { fileClaimForm } from '../../../../subgraphs/enforcement/import/claims/claimsFile.form';
import { countryOfName } from '../../../../subgraphs/enforcement/import/claims/countryOfName.rules';
import { lengthInCharacters, SourceText } from '../../../../subgraphs/enforcement/import/claims/sourceText';
import { parseApproximateTime } from '../../../../subgraphs/enforcement/approximateTime/approximateTime.rules';

describe('a text', () => {
  const text = new SourceText(Buffer.from('\uFEFFa\u{1F600}b \u2019c\u2019'));

  it('counts characters: neither bytes nor UTF-16 code units, and a byte order mark as one', () => {
    expect(text.length).toBe(8);
    expect(text.slice(2, 4)).toBe('\u{1F600}b');
    expect(text.find('b')).toBe(3);
    expect(text.find('nowhere')).toBeNull();
    expect(lengthInCharacters('\u{1F600}b')).toBe(2);
  });
});

it.each([
  ['2022', '2022-01-01', '2022-12-31'],
  ['2023-03', '2023-03-01', '2023-03-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2022-12', '2022-12-01', '2022-12-31'],
  ['2023-05-23 (year from dateline)', '2023-05-23', '2023-05-23'],
  ['2021/2022', '2021-01-01', '2022-12-31'],
  ['> 1 year before 2023-05-25', null, '2022-05-24'],
  ['> 1 year before 2024-02-29', null, '2023-02-28'],
  ['May 25 (no year)', null, null],
  ['2023-13', null, null],
  ['2023-02-30', null, null],
  ['2022/2021', null, null],
  ['> 1 year before 2023-02-30', null, null],
])('the time %s is from %s to %s', (text, from, to) => {
  expect(parseApproximateTime(text)).toEqual({ text, from, to });
});

it.each([
  ['4400000 USD', '4400000', 'USD', null],
  ['640000000 USD (60% of 721M is 432.6M)', '640000000', 'USD', '60% of 721M is 432.6M'],
  ['48 h', '48', 'h', null],
  ['>8x', '>8x', null, null],
  ['thousands', 'thousands', null, null],
  ['some words here', 'some words here', null, null],
])('the value %s is taken apart', (text, value, unit, remark) => {
  expect(splitValue(text)).toEqual({ value, unit, remark });
});

const scaled = (n: number) => BigInt(n) * 10n ** 24n;

it.each<[string, string | null, [number | null, number | null] | null]>([
  ['5', null, [5, 5]],
  ['4400000', 'USD', [4_350_000, 4_450_000]],
  ['~1000', null, [500, 1500]],
  ['~50', null, [45, 55]],
  ['>8x', null, [8, null]],
  ['<100', null, [null, 100]],
  ['630000000..>1000000000', 'USD', [625_000_000, null]],
  ['3..1', null, null],
  ['1..2..3', null, null],
  ['hundreds', null, null],
  ['540000000/497000000', 'USD', null],
])('the value %s %s leaves open what it leaves open', (value, unit, ends) => {
  const range = valueRange(value, unit);
  if (value === 'hundreds') expect(range).toMatchObject({ low: scaled(100) });
  else if (ends === null) expect(range).toBeNull();
  else expect([range?.low, range?.high]).toEqual(ends.map((end) => (end === null ? null : scaled(end))));
});

describe('what a file does not say', () => {
  const base = { id: 'a', source: 's', offset: 0, quote: 'it is so', subject: 'x', predicate: 'is' };
  const modality = (over: Record<string, unknown>) => modalityOf(fileClaimForm.parse({ ...base, ...over }));

  it('is read from its words: how it is said', () => {
    expect(modality({})).toBe('STATES');
    expect(modality({ predicate: 'suspected_of' })).toBe('SUSPECTS');
    expect(modality({ note: "hedged: 'reportedly'" })).toBe('SUSPECTS');
    expect(modality({ quote: 'is presumed to be' })).toBe('SUSPECTS');
    expect(modality({ predicate: 'denies' })).toBe('DENIES');
    expect(modality({ predicate: 'suspected_of', modality: 'states' })).toBe('STATES');
  });

  it('is read from its fields: the loss of a country', () => {
    const usd = (value: string) => ({ value, unit: 'USD' });
    expect(lossEstimatesIn('Japan', 'loss', usd('721000000'))).toEqual([
      { country: 'JP', value: '721000000', unit: 'USD', by: null },
    ]);
    expect(
      lossEstimatesIn('Vietnam/US', 'loss', usd('540000000/497000000')).map(({ country, value }) => [
        country,
        value,
      ]),
    ).toEqual([
      ['VN', '540000000'],
      ['US', '497000000'],
    ]);
    expect(lossEstimatesIn('Binance', 'loss', usd('1'))).toEqual([]);
    expect(lossEstimatesIn('Japan', 'gain', usd('1'))).toEqual([]);
  });

  it('a country is the one that has the name today', () => {
    expect(['Germany', 'Russia', 'hong kong', 'Vietnam', 'Atlantis'].map(countryOfName)).toEqual([
      'DE',
      'RU',
      'HK',
      'VN',
      null,
    ]);
  });
});
