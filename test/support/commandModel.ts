import fc from 'fast-check';
import type { EndReason } from '../../subgraphs/enforcement/measure/measureKinds';
import type { LegalProcessKind } from '../../subgraphs/enforcement/legalProcess/legalProcessKinds';

/** A process as a test knows it, beside the code that is tested. Times in hours since the beginning. */
export interface ModelProcess {
  readonly kind: LegalProcessKind;
  readonly served: number | null;
  expiry: number | null;
  readonly scope: readonly string[];
}

export const modelAccounts = ['kestrel:1', 'kestrel:2'] as const;

const account = fc.constantFrom(...modelAccounts);
const who = fc.constantFrom('ann', 'ben', 'cat');
const which = fc.nat(5);
const some = fc.uniqueArray(which, { maxLength: 2 });

/** What people may try, in whatever order, right or wrong. */
export const action = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 30 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('process' as const),
      kind: fc.constantFrom<LegalProcessKind>(
        'SEIZURE_WARRANT',
        'FREEZE_REQUEST',
        'OFAC_DESIGNATION',
        'FORFEITURE_ORDER',
        'LICENCE',
        'COURT_RELEASE',
        'SUBPOENA',
      ),
      served: fc.boolean(),
      lasts: fc.option(fc.integer({ min: 1, max: 60 })),
      scope: fc.uniqueArray(account, { minLength: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), process: which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('extend' as const),
      process: which,
      by: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('propose' as const),
      mutation: fc.constantFrom(
        'freezeAccount',
        'blockAccount',
        'seizeAccount',
        'forfeitAccount',
        'emergencyFreeze',
      ),
      account,
      processes: some,
      who,
      lasts: fc.option(fc.integer({ min: 1, max: 60 })),
      amount: fc.integer({ min: 1, max: 1200 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      proposal: which,
      who,
      honest: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
      rejects: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('release' as const),
      measure: which,
      endReason: fc.constantFrom<EndReason>(
        'LICENCE',
        'COURT_ORDER',
        'WITHDRAWAL',
        'DELISTING',
        'MISTAKEN_IDENTITY',
        'EXPIRY',
      ),
      processes: some,
      who,
      amount: fc.option(fc.integer({ min: 1, max: 1200 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      from: account,
      to: fc.option(account),
      processes: some,
      who,
      amount: fc.integer({ min: 1, max: 1200 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('inflow' as const),
      account,
      amount: fc.integer({ min: 1, max: 500 }),
      who,
    }),
  },
);

export type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;

/** Whether a process holds for an account at an hour: the rule of DOMAIN, written once more. */
export function holds({ kind, served, expiry, scope }: ModelProcess, accountId: string, at: number): boolean {
  const begun = kind === 'OFAC_DESIGNATION' || (served !== null && served <= at);
  return begun && (expiry === null || at < expiry) && scope.includes(accountId);
}
