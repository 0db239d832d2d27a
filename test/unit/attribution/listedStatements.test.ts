import fc from 'fast-check';
import {
  attributionsAt,
  assertionsInForce,
} from '../../../subgraphs/attribution/attribution/attribution.rules';
import type { AttributionRecord } from '../../../subgraphs/attribution/attribution/attribution.record';
import {
  type ListedStay,
  missingStatements,
} from '../../../subgraphs/attribution/listing/listedStatements.rules';

const dayOf = (place: number) => `2023-01-${String(place + 1).padStart(2, '0')}`;
const moment = (place: number) => ({
  day: dayOf(place),
  source: { id: `trial@${dayOf(place)}`, title: 'A list' },
});

/** The stays of one wallet in a list, from whether each version names it. */
function staysOf(named: readonly boolean[]): ListedStay[] {
  const stays: ListedStay[] = [];
  named.forEach((is, i) => {
    if (!is || named[i - 1]) return;
    const gone = named.indexOf(false, i);
    stays.push({
      list: 'trial',
      actorId: 'ofac:1',
      walletId: 'eip155:1:0x1',
      matchKey: 'eip155:0x1',
      from: moment(i),
      gone: gone < 0 ? null : moment(gone),
    });
  });
  return stays;
}

const stands = (all: readonly AttributionRecord[], at: Date) =>
  assertionsInForce(all, { minConfidence: 0, knownAt: at }).length > 0;

const later = new Date('2024-06-01T00:00:00Z');

describe('what lists say of wallets, as statements', () => {
  it('stands at each version exactly where the version names the wallet, and is said once', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (named) => {
        const stays = staysOf(named);
        const all = missingStatements(stays, [], later);
        named.forEach((is, i) => expect(stands(all, new Date(`${dayOf(i)}T12:00:00Z`))).toBe(is));
        expect(missingStatements(stays, all, later)).toEqual([]);
      }),
    );
  });

  it('ends with what the newest version says, whatever was imported before, in whatever order and however corrected', () => {
    const histories = fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(histories, (editions) => {
        let all: AttributionRecord[] = [];
        editions.forEach((named, i) => {
          const now = new Date(later.getTime() + i);
          const fresh = missingStatements(staysOf(named), all, now);
          const ids = new Set(all.map(({ _id }) => _id));
          expect(fresh.filter(({ _id }) => ids.has(_id))).toEqual([]);
          all = [...all, ...fresh];
          expect(stands(all, now)).toBe(named.at(-1));
        });
      }),
    );
  });

  it('is taken back by the list itself, and shown with the day', () => {
    const all = missingStatements(staysOf([true, false]), [], later);
    expect(
      attributionsAt(all, { asOf: null, knownAt: later }).map(({ stance, retracted, knownSince, source }) => [
        stance,
        retracted,
        knownSince.toISOString(),
        source.id,
      ]),
    ).toEqual([
      ['ASSERTS', true, '2023-01-01T00:00:00.000Z', 'trial@2023-01-01'],
      ['RETRACTS', false, '2023-01-02T00:00:00.000Z', 'trial@2023-01-02'],
    ]);
  });
});
