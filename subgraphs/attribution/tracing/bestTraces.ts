import { compareArrivals, compareText, type Label, type Movement } from './label';

/** The best way by which an actor's funds reached an account. */
export interface AccountArrival<M extends Movement> {
  readonly accountId: string;
  readonly actorId: string;
  readonly label: Label<M>;
}

/**
 * One for each account and actor: fewest hops, then earliest arrival, then the smallest id of the last movement (and
 * of those before it, which the search has seen to). By account, then actor.
 */
export function bestTraces<M extends Movement>(
  arrivals: readonly Label<M>[],
  accountsOf: (walletId: string) => readonly string[],
): AccountArrival<M>[] {
  const best = new Map<string, AccountArrival<M>>();
  for (const label of arrivals) {
    const { actorId } = label.start;
    for (const accountId of accountsOf(label.walletId)) {
      const key = `${accountId} ${actorId}`;
      const known = best.get(key);
      if (!known || compareTraces(label, known.label) < 0) best.set(key, { accountId, actorId, label });
    }
  }
  return [...best.values()].sort(
    (a, b) => compareText(a.accountId, b.accountId) || compareText(a.actorId, b.actorId),
  );
}

const compareTraces = <M extends Movement>(a: Label<M>, b: Label<M>) =>
  a.hops - b.hops || compareArrivals(a, b);
