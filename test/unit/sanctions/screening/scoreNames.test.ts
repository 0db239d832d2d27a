import fc from 'fast-check';
import { nameWords } from '../../../../subgraphs/sanctions/screening/engine/nameTokens';
import { scoreNames, styleOf, weigh } from '../../../../subgraphs/sanctions/screening/engine/scoreNames';
import { defaultThreshold } from '../../../../subgraphs/sanctions/screening/engine/screeningIndex';

function score(a: string, b: string, kind = 'PERSON'): number {
  const style = styleOf(kind);
  return scoreNames(weigh(nameWords(a), style), weigh(nameWords(b), style), style).score;
}

const syllable = fc.constantFrom(
  ...'kim jong un ri song chol al bin abu muhammad mohamed ahmed hasan abdul rahman abdulrahman van der berg maria j o vladimir putin sergei sergey ltd bank group trading'.split(
    ' ',
  ),
);
const name = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const kind = fc.constantFrom('PERSON', 'ORGANISATION', 'VESSEL');

describe('comparing two names', () => {
  it('gives the same score both ways, where none is one name with initials', () => {
    // Such a name leaves others out: what it is asked about decides the cost of them.
    const whole = name.filter((words) => !/\b[jo]\b/.test(words));
    fc.assert(
      fc.property(whole, whole, kind, (a, b, of) => expect(score(a, b, of)).toBeCloseTo(score(b, a, of), 10)),
      { numRuns: 500 },
    );
  });

  it('asks less of names that are left out where one name has initials', () => {
    expect(score('Memon I', 'Memon Ibrahim Abdul Razaaq')).toBeGreaterThan(defaultThreshold);
    expect(score('Memon I', 'Memon Abdul Razaaq Yusuf')).toBeLessThan(defaultThreshold);
    expect(score('Memon Ibrahim I', 'Memon Ibrahim Abdul Razaaq')).toBeLessThan(
      score('Memon I', 'Memon Ibrahim Abdul Razaaq') + 0.1,
    );
  });

  it('does not depend on the order of words that are not written as one', () => {
    const apart = fc.uniqueArray(
      fc.constantFrom('kim', 'boris', 'hasan', 'vladimir', 'petrov', 'guzman', 'omar'),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(apart, apart, fc.integer(), (a, b, turn) => {
        const turned = a.map((_, i) => a[(i + Math.abs(turn)) % a.length]);
        expect(score(turned.join(' '), b.join(' '))).toBeCloseTo(score(a.join(' '), b.join(' ')), 10);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a name equal to itself, and never throws or leaves 0 to 1, whatever the characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 60 }),
        kind,
        (a, b, of) => {
          const between = score(a, b, of);
          expect(between).toBeGreaterThanOrEqual(0);
          expect(between).toBeLessThanOrEqual(1 + 1e-9);
          if (nameWords(a).tokens.length > 0) expect(score(a, a, of)).toBeCloseTo(1, 10);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['Владимир Путин', 'Vladimir Putin'],
    ['Дмитрий Медведев', 'Dmitry Medvedev'],
    ['محمد علي', 'Mohamed Ali'],
    ['عبد الله', 'Abdullah'],
    ['خالد محمود', 'Khaled Mahmoud'],
    ['习近平', 'Xi Jinping'],
    ['金正恩', 'Kim Jong Un'],
    ['김정은', 'KIM, Jong Un'],
    ['박지성', 'Park Ji Sung'],
    ['이민호', 'Lee Min Ho'],
    ['Αλέξανδρος', 'Alexander'],
    ['Recep Tayyip Erdoğan', 'ERDOGAN, Recep Tayyip'],
    ['Wolodymyr Selenskyj', 'Volodymyr Zelenskyy'],
    ['Abdelrahman al-Milad', 'AL-MILAD, Abd al-Rahman'],
    ['Kim Jospeh', 'KIM, Joseph'],
    ['J. Smith', 'SMITH, John'],
  ])('%s is %s', (query, listed) => {
    expect(score(query, listed)).toBeGreaterThanOrEqual(defaultThreshold);
  });

  it.each([
    ['Kim Song Min', 'KIM, Song Chol'],
    ['John Smith', 'SMITH, Robert'],
    ['Maria', 'GARCIA LOPEZ, Maria'],
    ['Bashar al-Assad', 'Hafez al-Assad'],
  ])('%s is not %s', (query, listed) => {
    expect(score(query, listed)).toBeLessThan(defaultThreshold);
  });

  it.each([
    ['Stripe LLC', 'Stripe Limited Liability Company'],
    ['ООО Обороные инициативы', 'OOO OBORONYE INITSIATIVY'],
    ['Good Will Company', 'Goodwill Co.'],
    ['Siemens Aktiengesellschaft', 'SIEMENS AG'],
    ['A-LAQSA E.V.', 'AL-AQSA E.V.'],
  ])('the organisation %s is %s', (query, listed) => {
    expect(score(query, listed, 'ORGANISATION')).toBeGreaterThanOrEqual(defaultThreshold);
  });
});
