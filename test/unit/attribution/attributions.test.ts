import fc from 'fast-check';
import type { AttributionRecord } from '../../../subgraphs/attribution/attribution/attribution.record';
import {
  attributionsAt,
  assertionsInForce,
} from '../../../subgraphs/attribution/attribution/attribution.rules';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const late = day('2030-01-01');

const source = (id: string) => ({
  id,
  title: id,
  publisher: null,
  publishedOn: null,
  url: null,
  quote: null,
});

const statement = (over: Partial<AttributionRecord>): AttributionRecord => ({
  _id: 'a',
  walletId: 'eip155:1:0x1',
  matchKey: 'eip155:0x1',
  actorId: 'x',
  stance: 'ASSERTS',
  confidenceId: 'authority_data',
  confidence: 60,
  method: 'listed',
  heldFrom: null,
  heldTo: null,
  knownSince: day('2022-01-01'),
  illustrative: false,
  source: source('list'),
  ...over,
});

const marks = (statements: readonly AttributionRecord[], asOf: string | null = null, knownAt = late) =>
  attributionsAt(statements, { asOf, knownAt }).map(
    ({ _id, disputed, retracted }) => `${_id}${disputed ? ' disputed' : ''}${retracted ? ' retracted' : ''}`,
  );

describe('what is said of a wallet', () => {
  it('keeps statements that disagree, marks them, and puts the surest first, then by id', () => {
    const all = [
      statement({ _id: 'c', actorId: 'y', confidence: 20 }),
      statement({ _id: 'b' }),
      statement({ _id: 'a' }),
    ];
    expect(marks(all)).toEqual(['a disputed', 'b disputed', 'c disputed']);
  });

  it('does not call two sources that agree a dispute', () => {
    expect(marks([statement({ _id: 'a' }), statement({ _id: 'b', source: source('report') })])).toEqual([
      'a',
      'b',
    ]);
  });

  it('takes a denial as a dispute of only that actor', () => {
    const denial = statement({ _id: 'b', stance: 'DISPUTES', source: source('report') });
    expect(marks([statement({ _id: 'a' }), denial])).toEqual(['a disputed', 'b disputed']);
    expect(marks([statement({ _id: 'a' }), { ...denial, actorId: 'y' }])).toEqual(['a', 'b']);
  });

  it('marks what its own source took back, which then disputes nothing', () => {
    const all = [
      statement({ _id: 'a' }),
      statement({ _id: 'b', actorId: 'y', source: source('report') }),
      statement({
        _id: 'c',
        actorId: 'y',
        source: source('report'),
        stance: 'RETRACTS',
        knownSince: day('2023-01-01'),
      }),
    ];
    expect(marks(all)).toEqual(['a', 'b retracted', 'c']);
    expect(marks(all, null, day('2022-06-01'))).toEqual(['a disputed', 'b disputed']);
  });

  it('leaves a statement to its own source: nobody else takes it back', () => {
    const other = statement({ _id: 'b', source: source('report'), stance: 'RETRACTS' });
    expect(marks([statement({ _id: 'a' }), other])).toEqual(['a', 'b']);
  });

  it('lets a source say again what it took back', () => {
    const all = [
      statement({ _id: 'a', stance: 'RETRACTS', knownSince: day('2023-01-01') }),
      statement({ _id: 'b', knownSince: day('2024-01-01') }),
    ];
    expect(marks(all)).toEqual(['a', 'b']);
  });

  it('answers what holds on a day, first and last day included', () => {
    const held = statement({ heldFrom: '2022-03-01', heldTo: '2022-03-31' });
    const on = (asOf: string | null) => marks([held], asOf).length;
    expect(['2022-02-28', '2022-03-01', '2022-03-31', '2022-04-01', null].map(on)).toEqual([0, 1, 1, 0, 1]);
  });

  it('answers what was known by a time, that instant included', () => {
    const known = statement({ knownSince: day('2022-03-01') });
    expect(marks([known], null, new Date('2022-02-28T23:59:59.999Z'))).toEqual([]);
    expect(marks([known], null, day('2022-03-01'))).toEqual(['a']);
  });

  it('compares owners by their labels where one of two names no actor', () => {
    const label = (id: string, text: string) =>
      statement({ _id: id, actorId: null, label: text, source: source(id) });
    expect(marks([label('a', 'Binance'), label('b', 'binance ')])).toEqual(['a', 'b']);
    expect(marks([label('a', 'Binance'), label('b', 'Kraken')])).toEqual(['a disputed', 'b disputed']);
    expect(marks([statement({ _id: 'a', label: 'Binance' }), label('b', 'Kraken')])).toEqual([
      'a disputed',
      'b disputed',
    ]);
    // Two labels of one actor, and a statement without a label beside one without an actor.
    expect(marks([statement({ _id: 'a', label: 'Hot' }), statement({ _id: 'b', label: 'Cold' })])).toEqual([
      'a',
      'b',
    ]);
    expect(marks([statement({ _id: 'a' }), label('b', 'Kraken')])).toEqual(['a', 'b']);
  });

  it('retracts only one statement, or those of an origin in any edition', () => {
    const later = { stance: 'RETRACTS' as const, knownSince: day('2023-01-01') };
    const two = [
      statement({ _id: 'a', origin: 'house', source: source('a') }),
      statement({ _id: 'b', origin: 'house', source: source('b') }),
    ];
    const one = statement({ _id: 'c', origin: 'house', source: source('c'), retracts: 'b', ...later });
    expect(marks([...two, one])).toEqual(['a', 'b retracted', 'c']);
    const all = statement({ _id: 'c', origin: 'house', source: source('c'), ...later });
    expect(marks([...two, all])).toEqual(['a retracted', 'b retracted', 'c']);
  });

  it('is the same whatever the order in which the statements come', () => {
    const any = fc.record({
      _id: fc.string({ minLength: 1, maxLength: 3 }),
      actorId: fc.constantFrom('x', 'y'),
      stance: fc.constantFrom('ASSERTS' as const, 'DISPUTES' as const, 'RETRACTS' as const),
      confidence: fc.constantFrom(10, 60),
      knownSince: fc.constantFrom(day('2022-01-01'), day('2023-01-01')),
      source: fc.constantFrom(source('list'), source('report')),
    });
    const several = fc.uniqueArray(any, { selector: ({ _id }) => _id, maxLength: 6 });
    fc.assert(
      fc.property(several, fc.infiniteStream(fc.nat()), (drafts, numbers) => {
        const all = drafts.map(statement);
        const shuffled = all
          .map((row) => ({ row, by: numbers.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ row }) => row);
        expect(marks(shuffled)).toEqual(marks(all));
        const standing = assertionsInForce(all, { minConfidence: 50, knownAt: late });
        const shown = attributionsAt(all, { asOf: null, knownAt: late })
          .filter(
            ({ stance, retracted, confidence }) => stance === 'ASSERTS' && !retracted && confidence >= 50,
          )
          .map(({ _id }) => _id);
        expect(standing.map(({ _id }) => _id).sort()).toEqual(shown.sort());
      }),
    );
  });
});
