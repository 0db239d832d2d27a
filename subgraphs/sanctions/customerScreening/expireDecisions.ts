import type { DecisionStore } from '../decision/decision.store';
import { applyChanges, type ChangeStores } from './applyChanges';
import { alertOf, type MatchChange } from './matchChange.rules';

const atATime = 200;

/**
 * Brings back the matches whose decision was made up to a day that has passed. Can be repeated: a match comes back once for a
 * decision. Returns the number of matches that it changed.
 */
export async function expireDecisions(
  stores: ChangeStores & { readonly decisions: DecisionStore },
  at: Date,
): Promise<number> {
  const today = at.toISOString().slice(0, 10);
  let count = 0;
  await stores.decisions.catchUp();
  for (let after: string | null = null; ;) {
    const expired = await stores.decisions.expired(today, atATime, after);
    const matches = await stores.matches.byIds(
      expired.map(({ _id }) => _id),
      null,
    );
    const eventOf = new Map(expired.map(({ _id, event }) => [_id, event]));
    const changes = matches.flatMap((stored): MatchChange[] => {
      const event = eventOf.get(stored._id) ?? 0;
      if (stored.reopened >= event || !stored.isPresent) return [];
      const match = { ...stored, alerts: stored.alerts + 1, reopened: event };
      const version = { at, versionOf: () => stored.version, versionBeforeOf: () => null };
      return [{ match, alert: alertOf(match, 'REOPENED', 'DECISION_EXPIRED', version) }];
    });
    count += await applyChanges(stores, changes);
    after = expired.at(-1)?._id ?? null;
    if (expired.length < atATime) return count;
  }
}
