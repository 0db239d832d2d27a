import { editionOf } from '../list/edition';
import type { ListVersionRecord } from '../list/listVersion.record';
import type { ListVersionStore } from '../list/listVersion.store';
import { ImportError } from '../importLease/importError';
import type { ImportInto } from './importLists';

export interface WithdrawOptions {
  readonly list: string;
  readonly version: string;
  readonly reason: string;
  readonly now?: () => Date;
  /** Called before the withdrawal is seen: what rests on the lists elsewhere is out of date from then on. */
  readonly beforeWithdraw?: () => Promise<void>;
}

export interface Withdrawal {
  readonly list: string;
  readonly version: string;
  readonly reason: string;
  readonly withdrawnAt: Date;
  /** The version that is in force now; null where the list has no other. */
  readonly inForce: string | null;
}

/**
 * Takes a version out of force for good. It is kept with the reason. Throws ImportError, and changes nothing, where there
 * is no such version.
 */
export async function withdrawVersion(
  { store, leases }: ImportInto,
  { list, version, reason, now = () => new Date(), beforeWithdraw }: WithdrawOptions,
): Promise<Withdrawal> {
  return leases.under(async ({ cutOff, confirm }) => {
    if (cutOff) await store.removeUnseen();
    const versions = (await store.all()).filter((one) => one.list === list);
    const found = versions.find((one) => one.version === version);
    if (!found) throw new ImportError(await noSuchVersion(store, { list, version, versions }));
    const withdrawnAt = now();
    await beforeWithdraw?.();
    await confirm();
    await store.withdraw({
      ...found,
      _id: `${editionOf(found)} ${withdrawnAt.toISOString()}`,
      withdrawnAt,
      reason,
    });
    const inForce = versions.filter((one) => one !== found).at(-1)?.version ?? null;
    return { list, version, reason, withdrawnAt, inForce };
  });
}

async function noSuchVersion(
  store: ListVersionStore,
  { list, version, versions }: { list: string; version: string; versions: readonly ListVersionRecord[] },
): Promise<string> {
  const before = (await store.withdrawn()).findLast((one) => one.list === list && one.version === version);
  if (before)
    return `${list} ${version} was withdrawn at ${before.withdrawnAt.toISOString()}: ${before.reason}`;
  const there = versions.map((one) => one.version).join(', ') || 'none';
  return `there is no version ${JSON.stringify(version)} of ${JSON.stringify(list)} (there is: ${there}): see cordon list versions`;
}
