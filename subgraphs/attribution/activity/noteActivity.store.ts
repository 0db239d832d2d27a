import type { Model } from 'mongoose';
import { insertNew } from '../import/insertNew.store';
import { tracePolicy } from '../tracing/tracePolicy';
import { matchKeyOfId } from '../wallet/matchKeyOfId';
import type { WalletActivityRecord } from './walletActivity.record';
import { lastPlace } from './walletActivity.store';

/** The two ends of a transfer that carries something. */
interface Dealing {
  readonly fromId: string;
  readonly toId: string;
}

/**
 * Notes who dealt with whom. The same dealings twice change nothing. A hub that is known as one is not written again,
 * so that the busiest wallets cost the least.
 */
export async function noteActivity(
  activity: Model<WalletActivityRecord>,
  dealings: readonly Dealing[],
): Promise<void> {
  const others = counterpartiesIn(dealings);
  const there = new Set(await activity.distinct('_id', { _id: { $in: [...others.keys()] } }));
  const fresh = [...others].filter(([walletId]) => !there.has(walletId));
  const lost = await insertNew(
    activity,
    fresh.map(([walletId, counterparties]) => ({
      _id: walletId,
      matchKey: matchKeyOfId(walletId),
      counterparties: [...counterparties].slice(0, tracePolicy.hubCounterparties),
    })),
  );
  const known = [...others].filter(([walletId]) => there.has(walletId) || lost.has(walletId));
  if (known.length === 0) return;
  await activity.bulkWrite(
    known.map(([walletId, counterparties]) => ({
      updateOne: {
        filter: { _id: walletId, [lastPlace]: { $exists: false } },
        update: { $addToSet: { counterparties: { $each: [...counterparties] } } },
      },
    })),
    { ordered: false },
  );
}

function counterpartiesIn(dealings: readonly Dealing[]): Map<string, Set<string>> {
  const others = new Map<string, Set<string>>();
  const note = (walletId: string, other: string) => {
    const known = others.get(walletId);
    if (known) known.add(other);
    else others.set(walletId, new Set([other]));
  };
  for (const { fromId, toId } of dealings) {
    if (fromId === toId) continue;
    note(fromId, toId);
    note(toId, fromId);
  }
  return others;
}
