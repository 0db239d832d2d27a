import { accountFact, draft, measureFact, venueFact } from '../support/enforcementFacts';
import type { EnforcementUp } from '../support/enforcementUp';
import { person } from '../support/commandsUp';
import { percentile, timed } from './timing';

const inOneEvent = 1_000;

/** The pages that people look at all day, by what is printed of them. */
const pages: Readonly<Record<string, string>> = {
  'accounts(status: FROZEN, first: 20)': '{ accounts(status: FROZEN, first: 20) { nodes { id status } } }',
  'the same with totalCount': '{ accounts(status: FROZEN, first: 20) { totalCount nodes { id } } }',
  'accounts(status: OPEN, first: 20)': '{ accounts(status: OPEN, first: 20) { totalCount nodes { id } } }',
  'accounts(first: 20)': '{ accounts(first: 20) { totalCount nodes { id } } }',
};

/** Accounts of a venue of their own, four in ten of them frozen. */
export async function addAccounts(up: EnforcementUp, count: number): Promise<void> {
  await up.record(draft('VENUE_REGISTERED', { venues: [venueFact('merlin')] }));
  for (let from = 0; from < count; from += inOneEvent) {
    const ids = Array.from({ length: Math.min(inOneEvent, count - from) }, (_, n) => `merlin:${from + n}`);
    const frozen = ids.filter((_, n) => n % 10 < 4);
    await up.record(
      draft('ACCOUNT_REGISTERED', { accounts: ids.map(accountFact) }),
      draft('MEASURE_OBSERVED', {
        measures: frozen.map((accountId) =>
          measureFact({ id: `f:${accountId}`, accountId, kind: 'FREEZE', from: '2023-01-01T00:00:00.000Z' }),
        ),
      }),
    );
  }
  await up.database.catchUp.settle();
}

export interface PageTime {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: string;
}

/** What each page takes, one after another. */
export async function timePages(up: EnforcementUp, count: number): Promise<PageTime[]> {
  const caller = person('analyst', 'reader');
  const found: PageTime[] = [];
  for (const [name, query] of Object.entries(pages)) {
    const times: number[] = [];
    for (let n = 0; n < 25; n++) times.push(await timed(async () => up.data(query, {}, caller)));
    const value = percentile(times.slice(5), 0.5);
    found.push({ name: `${name} of ${count}, p50`, value, unit: 'ms', target: '<= 20' });
  }
  return found;
}
