import type { CustomerMatchRecord } from '../customerMatch/customerMatch.record';
import type { CustomerMatchStore } from '../customerMatch/customerMatch.store';
import type { ScreeningAlertRecord } from '../screeningAlert/screeningAlert.record';
import type { ScreeningAlertStore } from '../screeningAlert/screeningAlert.store';
import type { MatchChange } from './matchChange.rules';

export interface ChangeStores {
  readonly matches: CustomerMatchStore;
  readonly alerts: ScreeningAlertStore;
}

/**
 * Stores changes: first the alerts, each with the match as it then is, and then the matches. What is cut off in between is
 * finished by `finishChanges`. Returns the number of alerts.
 */
export async function applyChanges(
  { matches, alerts }: ChangeStores,
  changes: readonly MatchChange[],
): Promise<number> {
  const byFeed = new Map<string, Omit<ScreeningAlertRecord, 'number'>[]>();
  for (const { alert } of changes) {
    if (!alert) continue;
    const others = byFeed.get(alert.feed);
    if (others) others.push(alert);
    else byFeed.set(alert.feed, [alert]);
  }
  let count = 0;
  for (const [feed, given] of byFeed) {
    await alerts.append(feed, given);
    count += given.length;
  }
  await matches.put(changes.map(({ match }) => match));
  return count;
}

const alertsAPage = 200;

/** Brings the matches of alerts that were stored last to what the alerts say: a process was cut off in between. */
export async function finishChanges({ matches, alerts }: ChangeStores): Promise<void> {
  for (const feed of await alerts.feeds()) {
    for (let before: number | null = null; ;) {
      const page: ScreeningAlertRecord[] = await alerts.before(feed, before, alertsAPage);
      const stored = await matches.byIds(
        page.map(({ matchId }) => matchId),
        null,
      );
      const missing = missingIn(page, stored);
      await matches.put(missing);
      before = page.at(-1)?.number ?? null;
      // They are stored in the order of the feed: before one that is whole, all are.
      if (page.length < alertsAPage || missing.length < page.length) break;
    }
  }
}

/** The newest match of each pair whose stored one lacks an alert of the page. */
function missingIn(
  page: readonly ScreeningAlertRecord[],
  stored: readonly CustomerMatchRecord[],
): CustomerMatchRecord[] {
  const known = new Map(stored.map(({ _id, alerts }) => [_id, alerts]));
  const newest = new Map<string, CustomerMatchRecord>();
  for (const { match } of page) {
    const other = newest.get(match._id);
    if (!other || match.alerts > other.alerts) newest.set(match._id, match);
  }
  return [...newest.values()].filter(({ _id, alerts }) => (known.get(_id) ?? 0) < alerts);
}
