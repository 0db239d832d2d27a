import { type Completeness, leastComplete } from '../../../shared/subgraph/completeness';
import type { WalletActivityStore } from '../activity/walletActivity.store';
import type { AttributionRecord } from '../attribution/attribution.record';
import { standingAssertions } from '../attribution/attribution.rules';
import type { DepositStore, Tenant } from '../deposit/deposit.store';
import { bestTraces } from '../tracing/bestTraces';
import { type Label, movementsOf, type Start } from '../tracing/label';
import { searchDeposits, type TransferGraph } from '../tracing/search';
import { tracePolicy } from '../tracing/tracePolicy';
import type { TransferRecord } from '../transfer/transfer.record';
import type { TransferStore } from '../transfer/transfer.store';
import { groupBy } from '../groupBy';
import { matchKeyOfId } from '../wallet/matchKeyOfId';

/** An account that an actor's funds reached, and the way: no hops where the account's own wallet is the actor's. */
export interface AccountTraceFound {
  readonly accountId: string;
  readonly actorId: string;
  /** Where the way ends. */
  readonly walletId: string;
  readonly hops: readonly TransferRecord[];
}

export interface AccountTraces {
  readonly found: readonly AccountTraceFound[];
  readonly completeness: Completeness;
  readonly snapshot: number;
}

export interface TraceQuestion {
  /** What is said of the linked actors' wallets. */
  readonly statements: readonly AttributionRecord[];
  readonly maxHops: number;
  /** The highest seq that is looked at. */
  readonly snapshot: number;
  /** Only its accounts are answered; all venues' deposit wallets end a path. */
  readonly tenant: Tenant;
  readonly knownAt: Date;
}

export interface TraceStores {
  readonly transfers: TransferStore;
  readonly deposits: DepositStore;
  readonly activity: WalletActivityStore;
}

/** Where the funds of actors went: the accounts that they reached, each by the best trace of each actor. */
export async function findAccountTraces(
  question: TraceQuestion,
  stores: TraceStores,
): Promise<AccountTraces> {
  const starts = await startsOf(question, stores.activity);
  const { arrivals, hubsMet, budgetSpent } = await searchDeposits(
    starts,
    graphOf(question.snapshot, stores),
    {
      maxHops: question.maxHops,
      budget: tracePolicy.budget,
    },
  );
  const accounts = await accountsBehind(arrivals, question.tenant, stores.deposits);
  return {
    found: bestTraces(arrivals, accounts).map(({ accountId, actorId, label }) => ({
      accountId,
      actorId,
      walletId: label.walletId,
      hops: movementsOf(label),
    })),
    completeness: leastComplete([hubsMet ? 'HUB_CUT' : 'COMPLETE', budgetSpent ? 'BUDGET' : 'COMPLETE']),
    snapshot: question.snapshot,
  };
}

/**
 * The wallets that the actors hold, as they are said to be and on each chain where they were seen; with the days, where a
 * source gives them.
 */
async function startsOf(
  { statements, knownAt }: TraceQuestion,
  activity: WalletActivityStore,
): Promise<Start[]> {
  const { minConfidence } = tracePolicy;
  const assertions = standingAssertions(statements, { minConfidence, knownAt });
  const keys = [...new Set(assertions.map(({ matchKey }) => matchKey))];
  const seen = (await inChunks(keys, (chunk) => activity.seen(chunk))).flat();
  const walletsOf = groupBy(seen, ({ matchKey }) => matchKey);
  return assertions.flatMap(({ actorId, walletId: said, matchKey, heldFrom, heldTo }) =>
    [...new Set([said, ...(walletsOf.get(matchKey) ?? []).map(({ _id }) => _id)])].map((walletId) => ({
      actorId,
      walletId,
      from: heldFrom ? Date.parse(`${heldFrom}T00:00:00.000Z`) : -Infinity,
      until: heldTo ? Date.parse(`${heldTo}T23:59:59.999Z`) : Infinity,
    })),
  );
}

function graphOf(
  snapshot: number,
  { transfers, deposits, activity }: TraceStores,
): TransferGraph<TransferRecord> {
  return {
    outgoing: (walletIds, since, limit) => transfers.outgoing({ walletIds, since, upTo: snapshot, limit }),
    async custodial(walletIds) {
      const keys = new Set(await deposits.custodialKeys([...new Set(walletIds.map(matchKeyOfId))]));
      return new Set(walletIds.filter((id) => keys.has(matchKeyOfId(id))));
    },
    hubs: async (walletIds) => new Set(await activity.hubs(walletIds)),
  };
}

async function accountsBehind(
  arrivals: readonly Label<TransferRecord>[],
  tenant: Tenant,
  deposits: DepositStore,
): Promise<(walletId: string) => readonly string[]> {
  const keys = [...new Set(arrivals.map(({ walletId }) => matchKeyOfId(walletId)))];
  const found = (await inChunks(keys, (chunk) => deposits.byMatchKeys(chunk, tenant))).flat();
  const accounts = groupBy(found, ({ matchKey }) => matchKey);
  return (walletId) => (accounts.get(matchKeyOfId(walletId)) ?? []).map(({ accountId }) => accountId);
}

const chunkSize = 1_000;

function inChunks<T>(keys: readonly string[], read: (chunk: readonly string[]) => Promise<T>): Promise<T[]> {
  const chunks = Array.from({ length: Math.ceil(keys.length / chunkSize) }, (_, i) =>
    keys.slice(i * chunkSize, (i + 1) * chunkSize),
  );
  return Promise.all(chunks.map(read));
}
