import { connectEnforcement } from '../../subgraphs/enforcement/connectEnforcement';
import { type EventDraft, eventOf } from '../../subgraphs/enforcement/ledger/events';
import type { MeasureFact } from '../../subgraphs/enforcement/measure/measure.facts';
import type { ProcessFact } from '../../subgraphs/enforcement/legalProcess/legalProcess.facts';
import type { TestStore } from '../support/openTestStore';
import { audienceOf, person } from '../support/commandsUp';
import { accountFact, designationFact, draft, measureFact, venueFact } from '../support/enforcementFacts';
import { timed } from './timing';

const inOneEvent = 1_000;

/** One of these venues has no known jurisdiction and one is under no law with a known rule. */
const venues = ['merlin', 'merlin', 'merlin', 'hobby', 'osprey', 'harrier'].map((name, n) => `${name}${n}`);
const jurisdictionsOf = (n: number) => (n === 0 ? {} : { jurisdictions: n === 1 ? ['DE'] : ['US'] });

export const accountAt = (n: number) => `${venues[n % venues.length]}:${n}`;

/** Of ten accounts four are frozen, two are blocked by the operator, and one was. */
function measureAt(n: number, event: number): MeasureFact | undefined {
  const accountId = accountAt(n);
  const from = `${2019 + (n % 6)}-0${1 + (n % 7)}-1${n % 9}T12:00:00.000Z`;
  const kind = n % 10 < 4 ? 'FREEZE' : 'BLOCK';
  if (n % 10 > 6) return undefined;
  return measureFact({
    id: `m:${accountId}`,
    accountId,
    kind,
    from,
    observed: kind === 'FREEZE',
    processIds: kind === 'BLOCK' ? [`${n % 100 === 4 ? 'sealed' : 'ofac'}-${event}`] : [],
    ...(n % 10 === 6 ? { to: '2024-11-20T12:00:00.000Z', endReason: 'LICENCE' } : {}),
  });
}

/** Two designations with the accounts of an event; one of them is known to few. */
function processesAt(accountIds: readonly string[], event: number): ProcessFact[] {
  const hidden = {
    disclosure: 'RESTRICTED',
    mayNotify: false,
    audience: audienceOf(person('analyst', 'zoe')),
  };
  return [
    designationFact([...accountIds], { id: `ofac-${event}` }),
    designationFact(accountIds.slice(0, 10), { id: `sealed-${event}`, ...hidden } as Partial<ProcessFact>),
  ];
}

function* bulkEvents(count: number): Generator<EventDraft> {
  yield draft('VENUE_REGISTERED', {
    venues: venues.map((id, n) => ({ ...venueFact(id), ...jurisdictionsOf(n) })),
  });
  for (let from = 0; from < count; from += inOneEvent) {
    const numbers = Array.from({ length: Math.min(inOneEvent, count - from) }, (_, n) => from + n);
    const event = from / inOneEvent;
    const measures = numbers.flatMap((n) => measureAt(n, event) ?? []);
    const accountIds = numbers.map(accountAt);
    yield draft('ACCOUNT_REGISTERED', { accounts: accountIds.map(accountFact) });
    yield draft('PROCESS_RECORDED', { processes: processesAt(accountIds, event) });
    yield draft('MEASURE_TAKEN', { measures });
    const reported = measures.filter(({ observed }, n) => !observed && n % 3 === 0);
    yield draft('REPORT_FILED', {
      reports: [
        {
          id: `report-${event}`,
          kind: 'INITIAL_BLOCKING_REPORT',
          filedAt: '2025-01-10T12:00:00.000Z',
          filedBy: 'rae',
          reference: null,
          obligationIds: reported.map(({ id }) => `initial-report:${id}`),
          accountIds: [],
          sha256: null,
          illustrative: true,
        },
      ],
    });
  }
}

/** The time that the ledger took to append, and the projections to follow, in milliseconds. */
export interface BuildTime {
  readonly append: number;
  readonly project: number;
}

/** Makes a ledger of many accounts as an import does: events appended in bulk, then all projections at once. */
export async function buildLedger(store: TestStore, count: number): Promise<BuildTime> {
  const database = await connectEnforcement(store);
  try {
    const append = await timed(async () => {
      let group: EventDraft[] = [];
      for (const one of bulkEvents(count)) {
        group.push(one);
        if (group.length < 20) continue;
        await database.ledger.append(group.map(eventOf));
        group = [];
      }
      await database.ledger.append(group.map(eventOf));
    });
    return { append, project: await timed(() => database.catchUp.settle()) };
  } finally {
    await database.connection.close();
  }
}
