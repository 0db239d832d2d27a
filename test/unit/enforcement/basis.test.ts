import {
  designationKinds,
  legalProcessKinds,
} from '../../../subgraphs/enforcement/vocabulary/legalProcessKinds';
import {
  type Grounds,
  measureProblems,
  type MeasureTerms,
} from '../../../subgraphs/enforcement/measure/basis.rules';
import { type EndReason, measureKinds } from '../../../subgraphs/enforcement/vocabulary/measureKinds';
import type { Interval } from '../../../subgraphs/enforcement/measure/status.rules';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const account = 'venue:one';

type Process = Grounds['processes'][number];

const process = (over: Partial<Process> = {}): Process => ({
  kind: 'SEIZURE_WARRANT',
  served: day('2022-05-10'),
  effective: null,
  expiry: null,
  withdrawn: false,
  scope: [account],
  assets: null,
  ...over,
});

const measure = (over: Partial<MeasureTerms> = {}): MeasureTerms => ({
  accountId: account,
  kind: 'FREEZE',
  from: day('2022-05-12'),
  to: null,
  endReason: null,
  maker: 'one',
  checker: 'two',
  observed: false,
  ...over,
});

const problems = (
  over: Partial<MeasureTerms>,
  processes: readonly Process[] = [process()],
  onAccount: readonly Interval[] = [],
) => measureProblems(measure(over), { processes, onAccount });

const designation = (over: Partial<Process> = {}) =>
  process({ kind: 'OFAC_DESIGNATION', served: null, effective: day('2022-05-12'), ...over });

describe('a freeze', () => {
  it('stands on a process that was served, is unexpired and names the account', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ['was never served', { served: null }],
    ['was served a moment too late', { served: new Date(day('2022-05-12').getTime() + 1) }],
    ['takes effect later', { effective: day('2022-05-13') }],
    ['had expired at that very moment', { expiry: day('2022-05-12') }],
    ['does not name the account', { scope: ['venue:other'] }],
    ['is a subpoena', { kind: 'SUBPOENA' }],
    ['asks only that records be kept', { kind: 'PRESERVATION_REQUEST' }],
  ] as const)('falls where the process %s', (_, over) => {
    expect(problems({}, [process(over as Partial<Process>)])).toHaveLength(1);
  });

  it('falls without a process, and stands where one of several carries it', () => {
    expect(problems({}, [])).toHaveLength(1);
    expect(problems({}, [process({ served: null }), process()])).toEqual([]);
  });

  it('has a maker and another checker', () => {
    expect(problems({ checker: 'one' })).toEqual(['maker and checker are the same person']);
    expect(problems({ checker: null })).toEqual(['a FREEZE has a maker and a checker']);
  });

  it('that is only observed needs none of that, and has none', () => {
    expect(problems({ observed: true, maker: null, checker: null }, [])).toEqual([]);
    expect(problems({ observed: true }, [])).toHaveLength(1);
  });
});

describe('a block', () => {
  it('stands on a designation that is in force, without service', () => {
    expect(problems({ kind: 'BLOCK' }, [designation()])).toEqual([]);
    expect(problems({ kind: 'BLOCK' }, [designation({ kind: 'SANCTIONS_DESIGNATION' })])).toEqual([]);
  });

  it('stands on nothing else', () => {
    for (const kind of legalProcessKinds.filter((kind) => !designationKinds.includes(kind))) {
      expect(problems({ kind: 'BLOCK' }, [process({ kind })])).toHaveLength(1);
    }
    expect(problems({ kind: 'BLOCK' }, [designation({ effective: day('2022-05-13') })])).toHaveLength(1);
    expect(problems({ kind: 'BLOCK' }, [designation({ scope: ['venue:other'] })])).toHaveLength(1);
  });

  it('does not expire, and ends for a reason that ends blocks', () => {
    const ended = (endReason: EndReason | null) =>
      problems({ kind: 'BLOCK', to: day('2023-01-01'), endReason }, [designation()]);
    expect(ended('EXPIRY')).toHaveLength(1);
    expect(ended('WITHDRAWAL')).toHaveLength(1);
    expect(ended(null)).toEqual(['it ends without a reason']);
    for (const reason of ['LICENCE', 'DELISTING', 'MISTAKEN_IDENTITY', 'COURT_ORDER'] as const) {
      expect(ended(reason)).toEqual([]);
    }
  });
});

describe('the other measures', () => {
  it('a restriction needs a flag and an expiry', () => {
    const flag = { kind: 'FLAG', from: day('2022-05-01'), to: null } as const;
    const expiring = { kind: 'RESTRICT', to: day('2022-06-12'), endReason: 'EXPIRY', checker: null } as const;
    expect(problems(expiring, [], [flag])).toEqual([]);
    expect(problems(expiring, [], [])).toHaveLength(1);
    expect(problems({ kind: 'RESTRICT', checker: null }, [], [flag])).toEqual([
      'a RESTRICT has an expiry, after its beginning',
    ]);
  });

  it('a seizure needs a warrant or order and a freeze or block', () => {
    const freeze = { kind: 'FREEZE', from: day('2022-05-01'), to: null } as const;
    expect(problems({ kind: 'SEIZE' }, [process()], [freeze])).toEqual([]);
    expect(problems({ kind: 'SEIZE' }, [process()], [])).toHaveLength(1);
    expect(problems({ kind: 'SEIZE' }, [process({ kind: 'FREEZE_REQUEST' })], [freeze])).toHaveLength(1);
    const ended = { ...freeze, to: day('2022-05-12') };
    expect(problems({ kind: 'SEIZE' }, [process()], [ended])).toHaveLength(1);
  });

  it('a forfeiture needs a final order', () => {
    expect(problems({ kind: 'FORFEIT' })).toHaveLength(1);
    expect(problems({ kind: 'FORFEIT' }, [process({ kind: 'FORFEITURE_ORDER' })])).toEqual([]);
  });

  it('a flag may be made by only a rule', () => {
    expect(problems({ kind: 'FLAG', maker: null, checker: null }, [])).toEqual([]);
  });

  it('none ends before it begins, or has a reason without an end', () => {
    for (const kind of measureKinds) {
      expect(problems({ kind, to: day('2022-05-12'), endReason: 'COURT_ORDER' })).toContain(
        'it ends before it begins',
      );
      expect(problems({ kind, endReason: 'COURT_ORDER' })).toContain(
        'it has a reason for an end, and no end',
      );
    }
  });
});
