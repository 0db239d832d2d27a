import { matchKey, type WalletFacts } from '../../../shared/caip/wallet';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { depositOf, depositWallet } from '../deposit/depositClaim.rules';
import { accountRejection, type DepositRejection } from '../deposit/deposit.rules';
import type { DepositWalletInput, EndedDepositWalletInput } from './depositWallets.input';
import type { DepositRecord } from '../deposit/deposit.record';
import type { DepositStore } from '../deposit/deposit.store';
import type { DepositOutcome, DepositRegistration } from '../deposit/depositRegistration.type';
import { isActive, pairOf, type Registration } from '../deposit/registration.rules';
import type { Tenant } from '../vocabulary/tenant';
import { venueOfAccount } from '../vocabulary/tenant';

export interface DepositsToSay<Row> {
  readonly rows: readonly Row[];
  readonly tenant: Tenant;
  readonly source: SourceFacts;
}

type Checked =
  { readonly wallet: WalletFacts; readonly record: DepositRecord } | { readonly rejection: DepositRejection };

/** Registers deposit wallets, each row for itself: what became of each, in their order. */
export async function registerDeposits(
  deposits: DepositStore,
  asked: DepositsToSay<DepositWalletInput>,
): Promise<DepositRegistration[]> {
  const checked = await checkedRows(deposits, asked, () => ({ stance: 'REGISTERS' }));
  return say(deposits, { rows: asked.rows, checked, outcomes: ['REGISTERED', 'ALREADY_REGISTERED'] });
}

/**
 * Ends registrations, each row for itself: returns the outcome of each, in their order. No earlier statement
 * is removed.
 */
export async function endDeposits(
  deposits: DepositStore,
  asked: DepositsToSay<EndedDepositWalletInput>,
): Promise<DepositRegistration[]> {
  const { tenant, rows } = asked;
  const read = await checkedRows(deposits, asked, ({ since }) => ({
    stance: 'ENDS',
    endedAt: since ?? null,
  }));
  const there = await registrationsAt(deposits, read, tenant);
  const checked = read.map((row): Checked => {
    if ('rejection' in row || there.has(pairOf(row.record))) return row;
    return { rejection: { code: 'BAD_USER_INPUT', problem: 'it is not registered for this account' } };
  });
  const ended = await say(deposits, { rows, checked, outcomes: ['ENDED', 'ALREADY_ENDED'] });
  const now = await registrationsAt(deposits, checked, tenant);
  return ended.map((outcome, i) => {
    const row = checked[i];
    const counts = row && 'record' in row && now.get(pairOf(row.record));
    return outcome.outcome === 'ENDED' && counts && isActive(counts)
      ? Object.assign(outcome, { outcome: 'END_NOTED' as const })
      : outcome;
  });
}

async function checkedRows<Row extends DepositWalletInput>(
  deposits: DepositStore,
  { rows, tenant, source }: DepositsToSay<Row>,
  saying: (row: Row) => Pick<DepositRecord, 'stance' | 'endedAt'>,
): Promise<Checked[]> {
  const known = await deposits.knownAccounts([...new Set(rows.map(({ account }) => account))], tenant);
  return rows.map((row): Checked => {
    const rejection = accountRejection(row.account, tenant, known);
    if (rejection) return { rejection };
    const read = depositWallet(row.address, row.chain, row.tag);
    if (!('wallet' in read)) return { rejection: { code: 'BAD_USER_INPUT', problem: read.problem } };
    const venueId = venueOfAccount(row.account) ?? '';
    const claim = {
      venueId,
      account: row.account.slice(venueId.length + 1),
      illustrative: known.get(row.account) ?? false,
      word: tenant === null ? 'HOUSE' : 'VENUE',
      source,
      ...saying(row),
    } as const;
    return { wallet: read.wallet, record: depositOf(claim, read) };
  });
}

async function registrationsAt(
  deposits: DepositStore,
  checked: readonly Checked[],
  tenant: Tenant,
): Promise<ReadonlyMap<string, Registration>> {
  const keys = checked.flatMap((row) => ('wallet' in row ? [matchKey(row.wallet)] : []));
  const there = await deposits.byMatchKeys([...new Set(keys)], tenant);
  return new Map(there.map((registration) => [pairOf(registration), registration]));
}

interface StatedRows {
  readonly rows: readonly DepositWalletInput[];
  readonly checked: readonly Checked[];
  /** Of a row that is new, and of one that was stored before. */
  readonly outcomes: readonly [DepositOutcome, DepositOutcome];
}

async function say(
  deposits: DepositStore,
  { rows, checked, outcomes: [isNew, isKnown] }: StatedRows,
): Promise<DepositRegistration[]> {
  const places = checked.flatMap((row, i) => ('record' in row ? [i] : []));
  const records = checked.flatMap((row) => ('record' in row ? [row.record] : []));
  const stored = await deposits.add(records);
  const fresh = new Set(places.filter((_, i) => stored.has(i)));
  return rows.map(({ account, address }, i) => {
    const row = checked[i];
    if (!row || 'rejection' in row) {
      const { code = null, problem = null } = row?.rejection ?? {};
      return { account, address, outcome: 'REFUSED', wallet: null, code, problem };
    }
    const outcome = fresh.has(i) ? isNew : isKnown;
    return { account, address, outcome, wallet: row.wallet, code: null, problem: null };
  });
}
