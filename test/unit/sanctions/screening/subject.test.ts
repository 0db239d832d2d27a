import fc from 'fast-check';
import { readSubject } from '../../../../subgraphs/sanctions/screening/engine/subject';

describe('a subject', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['...', 'no letters or digits'],
    ['x'.repeat(10_000), '10000 characters'],
  ])('of the name %p is not screened, and it is said why', (name, why) => {
    const { subject, problem } = readSubject({ name: name });
    expect(subject).toBeNull();
    expect(problem).toContain(why);
  });

  it.each(['yesterday', '1974-01-32', '1974-13-01', '2023-02-29', '0000-00-00', '19740101'])(
    'with the birth date %p is screened without it, and it is said',
    (birthDate) => {
      const { subject, problem } = readSubject({ name: 'Kim Sang Man', birthDate });
      expect(subject).toMatchObject({ birth: null });
      expect(problem).toContain('birth date');
    },
  );

  it.each([
    ['1974', '1974-01-01', '1974-12-31'],
    ['1974-2', '1974-02-01', '1974-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1974-7-16', '1974-07-16', '1974-07-16'],
  ])('born %s was born from %s to %s', (birthDate, from, to) => {
    expect(readSubject({ name: 'Kim', birthDate })).toMatchObject({
      problem: null,
      subject: { birth: { from, to } },
    });
  });

  it('of a name that lost a letter is screened without it, and it is said', () => {
    const { subject, problem } = readSubject({ name: 'Kim S\uFFFDng Man' });
    expect(subject).not.toBeNull();
    expect(problem).toContain('U+FFFD');
  });

  it('of controls and overrides is the name that is seen', () => {
    const { subject, problem } = readSubject({ name: '\u202eKim\u0000 Sang Man' });
    expect(problem).toBeNull();
    expect(subject?.words.tokens.map(({ text }) => text)).toEqual(['kim', 'sang', 'man']);
  });

  it('never throws', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, (name, birthDate, nationality) => {
        const { subject, problem } = readSubject({ name, birthDate, nationality });
        if (!subject) expect(problem).not.toBeNull();
      }),
    );
  });
});
