import type DataLoader from 'dataloader';
import { loadMany, loadOne } from '../../shared/batch/loaders';
import { CordonError } from '../../shared/errors/cordonError';
import { type Identity, tenantOf } from '../../shared/identity/identity';
import type { WalletActivityStore } from './activity/walletActivity.store';
import type { AttributionRecord } from './attribution/attribution.record';
import type { AttributionStore } from './attribution/attribution.store';
import type { DepositRecord } from './deposit/deposit.record';
import type { DepositStore, Tenant } from './deposit/deposit.store';
import { type AccountTraces, findAccountTraces } from './trace/findAccountTraces';
import type { TransferRecord } from './transfer/transfer.record';
import type { TransferStore } from './transfer/transfer.store';
import { type TransferPageKey, transferPages } from './transfer/transferPages.loader';

/** The stores of the subgraph: made once, used by every request. */
export interface AttributionStores {
  readonly attributions: AttributionStore;
  readonly transfers: TransferStore;
  readonly activity: WalletActivityStore;
  readonly deposits: DepositStore;
  /** The cases that are being loaded, or whose loading was cut off. */
  readonly unfinishedCases: () => Promise<readonly string[]>;
}

/** What a resolver has: who asks, the stores, and loaders that batch within this one request. */
export interface AttributionContext {
  readonly caller: Identity;
  readonly tenant: Tenant;
  readonly stores: AttributionStores;
  readonly now: Date;
  readonly attributionsByMatchKey: DataLoader<string, readonly AttributionRecord[]>;
  readonly attributionsByActor: DataLoader<string, readonly AttributionRecord[]>;
  /** The tenant's alone, where the caller has one. */
  readonly depositsByMatchKey: DataLoader<string, readonly DepositRecord[]>;
  readonly depositsByAccount: DataLoader<string, readonly DepositRecord[]>;
  readonly transferPages: DataLoader<TransferPageKey, readonly TransferRecord[], string>;
  /** By seq, as text. */
  readonly transferBySeq: DataLoader<string, TransferRecord | null>;
  /** The accounts that these actors' funds reached; searched once a request, over one state of the transfers. */
  tracesOf(actorIds: readonly string[], maxHops: number): Promise<AccountTraces>;
}

export function createAttributionContext(stores: AttributionStores, clock: () => Date) {
  return (caller: Identity): AttributionContext => {
    const tenant = tenantOf(caller);
    const now = clock();
    const attributionsByActor = loadMany(stores.attributions.byActors, ({ actorId }: AttributionRecord) => [
      actorId,
    ]);
    let snapshot: Promise<number> | undefined;
    const search = async (actorIds: readonly string[], maxHops: number) => {
      refuseWhileLoading(await stores.unfinishedCases());
      snapshot ??= stores.transfers.highestSeq();
      const statements = await Promise.all(actorIds.map((id) => attributionsByActor.load(id)));
      return findAccountTraces(
        { statements: statements.flat(), maxHops, snapshot: await snapshot, tenant, knownAt: now },
        stores,
      );
    };
    const searches = new Map<string, Promise<AccountTraces>>();
    return {
      caller,
      tenant,
      stores,
      now,
      attributionsByMatchKey: loadMany(stores.attributions.byMatchKeys, ({ matchKey }) => [matchKey]),
      attributionsByActor,
      depositsByMatchKey: loadMany(
        (keys: readonly string[]) => stores.deposits.byMatchKeys(keys, tenant),
        ({ matchKey }) => [matchKey],
      ),
      depositsByAccount: loadMany(
        (accountIds: readonly string[]) => stores.deposits.byAccounts(accountIds, tenant),
        ({ accountId }) => [accountId],
      ),
      transferPages: transferPages(stores.transfers),
      transferBySeq: loadOne(
        (seqs: readonly string[]) => stores.transfers.bySeqs(seqs.map(Number)),
        ({ seq }) => String(seq),
      ),
      tracesOf(actorIds, maxHops) {
        const asked = [...new Set(actorIds)].sort();
        const key = `${maxHops} ${asked.join(' ')}`;
        const known = searches.get(key) ?? search(asked, maxHops);
        searches.set(key, known);
        return known;
      },
    };
  };
}

/** With a part of a case missing, funds would seem to have reached nobody. */
function refuseWhileLoading(cases: readonly string[]): void {
  if (cases.length === 0) return;
  throw new CordonError(
    'IMPORT_UNFINISHED',
    `which accounts were reached is not known while ${cases.join(', ')} is not wholly loaded`,
  );
}
