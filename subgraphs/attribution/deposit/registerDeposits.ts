import type { WalletFacts } from '../../../shared/caip/wallet';
import type { SourceFacts } from '../../../shared/subgraph/valueTypes';
import { depositOf, depositWallet } from '../import/depositRows';
import { accountRefusal, type Refusal, venueOfAccount } from './deposit.rules';
import type { DepositWalletInput } from './deposit.input';
import type { DepositRecord } from './deposit.record';
import type { DepositStore, Tenant } from './deposit.store';
import type { DepositRegistration } from './depositRegistration.type';

export interface DepositsToRegister {
  readonly rows: readonly DepositWalletInput[];
  readonly tenant: Tenant;
  readonly source: SourceFacts;
}

type Checked =
  { readonly wallet: WalletFacts; readonly record: DepositRecord } | { readonly refusal: Refusal };

/** Registers deposit wallets, each row for itself: what became of each, in their order. */
export async function registerDeposits(
  deposits: DepositStore,
  { rows, tenant, source }: DepositsToRegister,
): Promise<DepositRegistration[]> {
  const known = await deposits.knownAccounts([...new Set(rows.map(({ account }) => account))], tenant);
  const checked = rows.map((row): Checked => {
    const refusal = accountRefusal(row.account, tenant, known);
    if (refusal) return { refusal };
    const read = depositWallet(row.address, row.chain);
    if (!('wallet' in read)) return { refusal: { code: 'BAD_USER_INPUT', problem: read.problem } };
    const venueId = venueOfAccount(row.account) ?? '';
    const claim = {
      venueId,
      account: row.account.slice(venueId.length + 1),
      illustrative: known.get(row.account) ?? false,
      source,
    };
    return { wallet: read.wallet, record: depositOf(claim, read.wallet) };
  });
  const fresh = await deposits.add(checked.flatMap((row) => ('record' in row ? [row.record] : [])));
  return rows.map(({ account, address }, i) => {
    const row = checked[i];
    if (!row || 'refusal' in row) {
      const { code = null, problem = null } = row?.refusal ?? {};
      return { account, address, outcome: 'REFUSED', wallet: null, code, problem };
    }
    const { wallet, record } = row;
    // The first row of several that say the same has registered it.
    const outcome = fresh.delete(record._id) ? 'REGISTERED' : 'ALREADY_REGISTERED';
    return { account, address, outcome, wallet, code: null, problem: null };
  });
}
