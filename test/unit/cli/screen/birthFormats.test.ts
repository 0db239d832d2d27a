import { birthFormat, readBirth } from '../../../../cli/screen/birthFormats';

const formats = (...texts: string[]) =>
  texts.map((text) => birthFormat(text) ?? fail(`${text} is not a format`));
const fail = (why: string): never => {
  throw new Error(why);
};

describe('a birth date in a file', () => {
  it.each([
    ['1980', [], '1980'],
    ['1980-04', [], '1980-04'],
    ['1980-04-03', ['DD/MM/YYYY'], '1980-04-03'],
    ['3/4/1980', ['DD/MM/YYYY'], '1980-04-03'],
    ['04/03/1980', ['MM/DD/YYYY'], '1980-04-03'],
    ['25/12/1980', ['MM/DD/YYYY', 'DD/MM/YYYY'], '1980-12-25'],
    ['04/04/1980', ['MM/DD/YYYY', 'DD/MM/YYYY'], '1980-04-04'],
    ['19800403', ['YYYYMMDD'], '1980-04-03'],
    ['1980-03-04', ['YYYY-DD-MM'], '1980-04-03'],
    ['29.02.1984', ['DD.MM.YYYY'], '1984-02-29'],
  ])('%s, with %p declared, is %s', (text, declared, date) => {
    expect(readBirth(text, formats(...declared))).toEqual({ date });
  });

  it.each([
    ['03/04/1980', [], '--birth-format'],
    ['03/04/1980', ['DD.MM.YYYY'], 'DD.MM.YYYY'],
    ['31/04/1980', ['DD/MM/YYYY'], 'is not a birth date'],
    ['29.02.1983', ['DD.MM.YYYY'], 'is not a birth date'],
    ['03/04/1980', ['DD/MM/YYYY', 'MM/DD/YYYY'], 'may be the birth date 1980-04-03 or 1980-03-04'],
    ['1980403', ['YYYYMMDD'], 'is not a birth date'],
  ])('%s, with %p declared, is not read: %s', (text, declared, why) => {
    expect(readBirth(text, formats(...declared))).toEqual({ problem: expect.stringContaining(why) });
  });

  it.each(['DD/MM/YY', 'YYYY', 'DD/MM/YYYY HH', 'DD/DD/YYYY', 'MMxDDxYYYY', ''])(
    'has no format %p',
    (text) => {
      expect(birthFormat(text)).toBeUndefined();
    },
  );
});
