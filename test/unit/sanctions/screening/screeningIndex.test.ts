import fc from 'fast-check';
import { runAtOnce } from '../../../../shared/batch/steps';
import { alikeWords, weighQuery } from '../../../../subgraphs/sanctions/screening/engine/findCandidates';
import { packingNames } from '../../../../subgraphs/sanctions/screening/engine/listedNames';
import { nameWords } from '../../../../subgraphs/sanctions/screening/engine/nameTokens';
import { scoreNames } from '../../../../subgraphs/sanctions/screening/engine/scoreNames';
import { screeningIndex } from '../../../../subgraphs/sanctions/screening/engine/screeningIndex';
import { readSubject, type SubjectFacts } from '../../../../subgraphs/sanctions/screening/engine/subject';
import { wordSimilarity } from '../../../../subgraphs/sanctions/screening/engine/wordSimilarity';
import { listEntry } from '../../../support/listEntries';

function screen(entries: Parameters<typeof screeningIndex>[0], facts: SubjectFacts, options = {}) {
  const { subject } = readSubject(facts);
  if (!subject) throw new Error('no subject');
  return screeningIndex(entries, []).screen(subject, { threshold: 0.8, weakAliases: false, ...options });
}

const words =
  'kim jong un ri song chol al bin abu muhammad mohamed ahmed hasan abdul rahman abdulrahman vanderberg van der berg maria j o vladimir wladimir putin poutine sergei jospeh joseph khaane kahane ltd bank group trading 110 111 محمد خالد said v i ii 2 iran iranian company nur din nuruddin habib habibullah ظاهر حبيب 김정은 王'.split(
    ' ',
  );
const name = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '));
const kind = fc.constantFrom('PERSON' as const, 'ORGANISATION' as const);

describe('the screening index', () => {
  it('finds every name that comparing with each listed name would find', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, kind), { minLength: 1, maxLength: 30 }),
        name,
        fc.constantFrom(0.6, 0.8, 0.9),
        (listed, query, threshold) => {
          const entries = listed.map(([text, of], i) => listEntry(String(i), text, { kind: of }));
          const found = new Set(
            screen(entries, { name: query }, { threshold }).map(({ entry }) => entry.entry),
          );
          const { vocabulary, byStyle } = runAtOnce(packingNames(entries));
          for (const part of byStyle) {
            part.names.forEach(({ entry }, n) => {
              const ids = part.wordIds.subarray(part.starts[n], part.starts[n + 1]);
              const tokens = [...ids].map((id) => vocabulary.tokens[id]!);
              const asked = weighQuery(nameWords(query), part, vocabulary);
              const against = {
                letters: part.names[n]!.letters,
                tokens,
                weights: [...ids].map((id) => part.wordWeights[id]!),
              };
              const { score } = scoreNames(asked, against, part.style);
              if (score >= threshold + 1e-6) expect([...found]).toContain(String(entry));
            });
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('knows every listed word that is alike to a word', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcehikmnostuyz'.split('')),
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 60 }), letters, (listed, query) => {
        const { vocabulary } = runAtOnce(packingNames(listed.map((text, i) => listEntry(String(i), text))));
        const [token] = nameWords(query).tokens;
        if (!token) return;
        const alike = alikeWords(nameWords(query), vocabulary).byPlace[0]!;
        vocabulary.tokens.forEach((other, id) =>
          expect(alike.get(id) ?? 0).toBe(wordSimilarity(token, other)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('finds every name by itself, one of nothing but particles and titles too', () => {
    for (const text of ['El Senor', "SA'ID, Sa'id", 'SL', 'Limited Liability Company MV', 'Ben', 'EL M'])
      expect(screen([listEntry('1', text)], { name: text })).toHaveLength(1);
  });

  it('lets a weak alias confirm, and alert by itself only where asked', () => {
    const entries = [
      listEntry('1', 'KIM, Sang Man', { weak: ['Third Bureau'] }),
      listEntry('2', 'Bureau Three', { weak: ['BUREAU 3'] }),
    ];
    expect(screen(entries, { name: 'Third Bureau' }).map(({ entry }) => entry.entry)).not.toContain('1');
    const [asked] = screen(entries, { name: 'Third Bureau' }, { weakAliases: true });
    expect(asked).toMatchObject({ entry: { entry: '1' }, best: { listed: { weak: true } } });
    const [confirmed] = screen(entries, { name: 'Bureau Three' });
    expect(confirmed).toMatchObject({ entry: { entry: '2' }, confirmedBy: ['BUREAU 3'] });
  });

  it('orders equal names by the evidence beside them', () => {
    const born = (year: string) => [{ text: year, from: `${year}-01-01`, to: `${year}-12-31`, circa: false }];
    const entries = [
      listEntry('old', 'LI, Wei', { births: born('1950'), nationalities: ['China'] }),
      listEntry('unknown', 'LI, Wei'),
      listEntry('same', 'LI, Wei', { births: born('1988'), nationalities: ['Korea, North'] }),
    ];
    const found = screen(entries, { name: 'Li Wei', birthDate: '1988-03-05', nationality: 'kp' });
    expect(found.map(({ entry }) => entry.entry)).toEqual(['same', 'unknown', 'old']);
    expect(found[0]?.modifiers).toEqual([
      expect.objectContaining({ kind: 'BIRTH_DATE', points: 0.03 }),
      expect.objectContaining({ kind: 'NATIONALITY', points: 0.02 }),
    ]);
    expect(found[2]?.score).toBeLessThan(found[1]!.score);
  });

  it('lowers no name for a nationality where the list gives one that is not known', () => {
    const points = (nationalities: string[], nationality: string) =>
      screen([listEntry('1', 'LI, Wei', { nationalities })], {
        name: 'Li Wei',
        nationality,
      })[0]?.modifiers.map((modifier) => modifier.points);
    expect(points(['Iran', 'of the Levant'], 'SY')).toEqual([]);
    expect(points(['Iran', 'of the Levant'], 'IR')).toEqual([0.02]);
    expect(points(['Iran', 'Iraq'], 'SY')).toEqual([-0.05]);
  });

  it('lowers no name for the birth date that the list gives for another name of the same person', () => {
    const born = (day: string) => [{ text: day, from: day, to: day, circa: false }];
    const entry = listEntry('1', 'MOSTAFA MOHAMED AMIN', {
      births: born('1964-02-10'),
      aka: ['Djamel Mostafa'],
    });
    const aliases = entry.aliases.map((alias) => ({ ...alias, births: born('1979-12-31') }));
    const points = (name: string, birthDate: string) =>
      screen([{ ...entry, aliases }], { name, birthDate })[0]?.modifiers.map((modifier) => modifier.points);
    expect(points('Mostafa Mohamed Amin', '1979-12-31')).toEqual([0]);
    expect(points('Mostafa Mohamed Amin', '1976')).toEqual([-0.07]);
    expect(points('Mostafa Mohamed Amin', '1964-02-10')).toEqual([0.06]);
    expect(points('Djamel Mostafa', '1979-12-31')).toEqual([0.06]);
    expect(points('Djamel Mostafa', '1950-01-01')).toEqual([-0.14]);
    const ofAlias = { ...entry, births: [], aliases };
    expect(screen([ofAlias], { name: 'Mostafa Mohamed Amin', birthDate: '1950' })[0]?.modifiers).toEqual([]);
  });

  it('raises by a passport number, and lowers for another kind', () => {
    const passport = { kind: 'Passport', value: 'PP-123 456', country: null, text: 'Passport PP-123 456' };
    const entries = [listEntry('1', 'PETROV, Ivan', { identifiers: [passport] })];
    expect(screen(entries, { name: 'Ivan Petrow', identifiers: ['pp123456'] })[0]?.modifiers).toEqual([
      expect.objectContaining({ kind: 'IDENTIFIER', text: 'Passport PP-123 456' }),
    ]);
    expect(screen(entries, { name: 'Ivan Petrov', kind: 'VESSEL' })[0]?.modifiers).toEqual([
      expect.objectContaining({ kind: 'KIND', points: -0.12 }),
    ]);
  });

  it('finds a party by a number that its list gives with a state', () => {
    const registration = {
      kind: 'Registration Number',
      value: '4927052 (Delaware)',
      country: 'United States',
      text: 'Registration Number 4927052 (Delaware) (United States)',
    };
    const entries = [listEntry('1', 'STATESIDE LLC', { identifiers: [registration] })];
    expect(screen(entries, { name: 'Another Name Altogether', identifiers: ['4927052'] })).toHaveLength(1);
  });

  it('gives an actor that is on two lists once', () => {
    const entries = [
      listEntry('1', 'PETROV, Ivan', { list: 'a', actorId: 'ofac:1' }),
      listEntry('1', 'PETROV, Ivan', { list: 'b', actorId: 'ofac:1' }),
    ];
    expect(screen(entries, { name: 'Ivan Petrov' })).toHaveLength(1);
  });

  it('says which versions it answers for', () => {
    expect(screeningIndex([], [{ list: 'ofac-sdn', version: '2024-01-08' }]).versions).toEqual([
      { list: 'ofac-sdn', version: '2024-01-08' },
    ]);
  });
});
