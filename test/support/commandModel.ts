import fc from 'fast-check';
import type { EndReason } from '../../subgraphs/enforcement/vocabulary/measureKinds';
import type { LegalProcessKind } from '../../subgraphs/enforcement/vocabulary/legalProcessKinds';
import { btc, eth } from './commandsUp';

/** A process as a test knows it, beside the code that is tested. Times in hours since the beginning. */
export interface ModelProcess {
  readonly kind: LegalProcessKind;
  readonly served: number | null;
  expiry: number | null;
  scope: readonly string[];
  /** Null: all. */
  assets: readonly string[] | null;
  /** True where it must not be disclosed; its audience is empty. */
  readonly secret: boolean;
}

export const modelAccounts = ['kestrel:1', 'kestrel:2'] as const;
export const modelAssets = [eth, btc] as const;

/** May know of no process that must not be disclosed; the others check too, and know all. */
export const outsider = 'out';

const account = fc.constantFrom(...modelAccounts);
const asset = fc.constantFrom(...modelAssets);
const who = fc.constantFrom('ann', 'ben', 'cat', outsider);
const which = fc.nat(8);
/** The person who checks it at once, where anybody does. */
const checker = fc.option(who, { freq: 2 });
const some = fc.uniqueArray(which, { maxLength: 2 });
const fitting = fc.integer({ min: 0, max: 3 }).map((n) => n > 0);
const hours = fc.integer({ min: 1, max: 60 });
const assets = fc.option(fc.uniqueArray(asset, { minLength: 1 }), { freq: 1 });
const amounts = fc.array(fc.record({ asset, amount: fc.integer({ min: 1, max: 1200 }) }), { maxLength: 2 });
const scope = fc.uniqueArray(account, { minLength: 1 });

const one = <Do extends string, Model extends object>(
  weight: number,
  name: Do,
  model: { [Key in keyof Model]: fc.Arbitrary<Model[Key]> },
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), ...model }) as fc.Arbitrary<{ do: Do } & Model>,
});

/** The actions that people may try, in whatever order, right or wrong. */
export const action = fc.oneof(
  one(3, 'pass', { hours: fc.integer({ min: 1, max: 30 }) }),
  one(4, 'process', {
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
    lasts: fc.option(hours),
    scope,
    assets: fc.option(fc.uniqueArray(asset, { minLength: 1 }), { freq: 3 }),
    secret: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  }),
  one(1, 'withdraw', { process: which }),
  one(2, 'amend', {
    process: which,
    /** In so many hours; null: without end. */
    expiry: fc.option(fc.option(hours), { nil: undefined }),
    scope: fc.option(scope, { nil: undefined, freq: 1 }),
    assets: fc.option(assets, { nil: undefined, freq: 1 }),
  }),
  one(7, 'propose', {
    mutation: fc.constantFrom(
      'freezeAccount',
      'blockAccount',
      'seizeAccount',
      'forfeitAccount',
      'emergencyFreeze',
    ),
    account,
    processes: some,
    /** True where it names processes of a kind that can carry it, as far as they exist. */
    fitting,
    assets,
    who,
    /** Until the very instant at which its first process expires, where it does. */
    lasts: fc.option(fc.oneof(hours, fc.constant('as its process' as const))),
    amounts,
    checker,
  }),
  one(5, 'decide', {
    proposal: which,
    who,
    honest: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    rejects: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }),
  one(3, 'release', {
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
    fitting,
    who,
    amounts,
    checker,
  }),
  one(2, 'transfer', {
    from: account,
    to: fc.option(account),
    processes: some,
    who,
    asset,
    amount: fc.integer({ min: 1, max: 1200 }),
    checker,
  }),
  one(1, 'inflow', { account, asset, amount: fc.integer({ min: 1, max: 500 }), who }),
  one(1, 'hold', { accounts: scope }),
  one(1, 'lift', { hold: which }),
  one(1, 'value', { account, asset, who, time: fc.constantFrom('', '2024-01-01') }),
);

export type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;

/** With the approval that follows at once, where there is one: an action of its own. */
export const withApprovals = (actions: readonly Action[]): Action[] =>
  actions.flatMap((given) =>
    'checker' in given && given.checker
      ? [given, { do: 'decide', proposal: 0, who: given.checker, honest: true, rejects: false }]
      : [given],
  );

/** The kinds that carry an act, by its mutation or the reason of a release. */
export const carriersOf: Readonly<Record<string, readonly LegalProcessKind[]>> = {
  freezeAccount: ['SEIZURE_WARRANT', 'FREEZE_REQUEST', 'FORFEITURE_ORDER'],
  emergencyFreeze: ['FREEZE_REQUEST', 'SEIZURE_WARRANT'],
  blockAccount: ['OFAC_DESIGNATION'],
  seizeAccount: ['SEIZURE_WARRANT', 'FORFEITURE_ORDER'],
  forfeitAccount: ['FORFEITURE_ORDER'],
  COURT_ORDER: ['COURT_RELEASE'],
  LICENCE: ['LICENCE'],
  MISTAKEN_IDENTITY: ['COURT_RELEASE', 'LICENCE'],
};

/** The processes from the beginning, so that actions get somewhere; they can be withdrawn and amended. */
export const firstProcesses: readonly Omit<Extract<Action, { do: 'process' }>, 'do'>[] = [
  { kind: 'SEIZURE_WARRANT', lasts: null },
  { kind: 'FREEZE_REQUEST', lasts: 10 },
  { kind: 'OFAC_DESIGNATION', lasts: null },
  { kind: 'COURT_RELEASE', lasts: null },
  { kind: 'FORFEITURE_ORDER', lasts: null },
].map((one) => ({ served: true, scope: modelAccounts, assets: null, secret: false, ...one }) as never);

/** Of what an act is: an account, and some of its assets (null: all). */
export interface ModelReach {
  readonly accountId: string;
  readonly assets?: readonly string[] | null | undefined;
}

/** Tells if a process holds for an account at an hour: the rule of DOMAIN, written once more. */
export function holds(process: ModelProcess, { accountId, assets: wanted }: ModelReach, at: number): boolean {
  const { kind, served, expiry, scope: named, assets: reached } = process;
  const begun = kind === 'OFAC_DESIGNATION' || (served !== null && served <= at);
  const reaches = reached === null || (!!wanted && wanted.every((id) => reached.includes(id)));
  return begun && (expiry === null || at < expiry) && named.includes(accountId) && reaches;
}
