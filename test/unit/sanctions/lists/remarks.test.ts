import { readBirth } from '../../../../subgraphs/sanctions/import/ofac/birth.rules';
import { readIdentifier } from '../../../../subgraphs/sanctions/import/ofac/identifier.rules';
import { readRemarks, splitRemarks } from '../../../../subgraphs/sanctions/import/ofac/remarks.rules';
import { splitRow } from '../../../../subgraphs/sanctions/import/ofac/splitRow';

const read = (remarks: string) => readRemarks(splitRemarks(remarks), 'ofac-sdn');

describe('a row', () => {
  it('takes -0- for null only as a whole field', () => {
    expect(splitRow('36,"CH-217-0-431",-0- ,"-0- inside",-0-')).toEqual([
      '36',
      'CH-217-0-431',
      null,
      '-0- inside',
      null,
    ]);
  });

  it('keeps commas and doubled quotes inside quotes', () => {
    expect(splitRow('1,"A, ""B"" C",2')).toEqual(['1', 'A, "B" C', '2']);
  });

  it.each(['1,"open', '1,"a"b,2'])('is rejected where its quotes do not close: %s', (line) => {
    expect(splitRow(line)).toBeUndefined();
  });
});

describe('a date of birth', () => {
  it.each([
    ['10 Dec 1948', '1948-12-10', '1948-12-10', false],
    ['Feb 1948', '1948-02-01', '1948-02-29', false],
    ['1936', '1936-01-01', '1936-12-31', false],
    ['circa 1951', '1951-01-01', '1951-12-31', true],
    ['circa 01 Jan 1961', '1961-01-01', '1961-01-01', true],
    ['1966 to 1967', '1966-01-01', '1967-12-31', false],
    ['08 Nov 1985 to 07 Nov 1986', '1985-11-08', '1986-11-07', false],
    ['Mar 1980 to Mar 1981', '1980-03-01', '1981-03-31', false],
    ['circa 1979-1982', '1979-01-01', '1982-12-31', true],
  ])('%s', (text, from, to, circa) => {
    expect(readBirth(text)).toEqual({ text, from, to, circa });
  });

  it.each(['unknown', '31 Feb 1950', '1967 to 1966', '10 Foo 1948'])(
    'that is none keeps its text: %s',
    (text) => {
      expect(readBirth(text)).toMatchObject({ text, from: null, to: null });
    },
  );
});

describe('an identifier', () => {
  it('has its value, its country and all that is said', () => {
    expect(readIdentifier('Passport 109420132 (Korea, North) issued 16 Oct 2019')).toEqual({
      kind: 'Passport',
      value: '109420132',
      country: 'Korea, North',
      text: 'Passport 109420132 (Korea, North) issued 16 Oct 2019',
    });
  });

  it('takes the longest kind that fits', () => {
    expect(readIdentifier('Aircraft Construction Number (also called L/N or S/N or F/N) 8401')).toMatchObject(
      {
        value: '8401',
      },
    );
  });

  it('is nothing else', () => {
    expect(readIdentifier('Passport')).toBeNull();
    expect(readIdentifier('Minister of Justice')).toBeNull();
  });
});

describe('remarks', () => {
  it('give what they say, and keep word for word what no rule understands', () => {
    const facts = read(
      "DOB 1948; alt. DOB 1949; POB Musan; nationality Egypt; citizen Egypt; Gender Male; a.k.a. 'ABU-'UMAR'; f.k.a. 'OLD'; Linked To: HIZBALLAH; wife of Slobodan Milosevic.",
    );
    expect(facts.births.map(({ text }) => text)).toEqual(['1948', '1949']);
    expect(facts).toMatchObject({
      birthPlaces: ['Musan'],
      nationalities: ['Egypt'],
      genders: ['Male'],
      linkedTo: ['HIZBALLAH'],
      remarks: ['wife of Slobodan Milosevic'],
    });
    expect(facts.aliases).toEqual([
      { name: "ABU-'UMAR", strength: 'WEAK', kind: 'AKA', script: 'Latn' },
      { name: 'OLD', strength: 'WEAK', kind: 'FKA', script: 'Latn' },
    ]);
  });

  it('repeat the key before with alt., named or not', () => {
    const facts = read('Passport A1 (Iran); alt. Passport B2 (Iran); alt. C3 (Iran); DOB 1948; alt. 1949');
    expect(facts.identifiers.map(({ value }) => value)).toEqual(['A1', 'B2', 'C3']);
    expect(facts.births).toHaveLength(2);
  });

  it('do not make a date of what follows alt. in words', () => {
    expect(read('DOB 1948; alt. Executive Order 13662 Directive Determination').remarks).toEqual([
      'alt. Executive Order 13662 Directive Determination',
    ]);
  });

  it('keep a malformed address to the letter, with why', () => {
    const [wallet] = read('Digital Currency Address - ETH 0x123').wallets;
    expect(wallet).toMatchObject({
      currency: 'ETH',
      published: '0x123',
      walletId: 'literal:ofac-sdn:0x123',
      problem: expect.stringContaining('40 hexadecimal digits'),
    });
  });
});
