import fc from 'fast-check';
import type { Identity } from '../../shared/identity/identity';
import type { EventDraft } from '../../subgraphs/enforcement/ledger/events';
import { audienceOf, person } from './commandsUp';
import { accountFact, draft, measureFact, processFact, someSource, venueFact } from './enforcementFacts';

/** Acts that create, change and end duties, in any order and of few accounts, so that they meet. */

const zoe = person('analyst', 'zoe');
const yan = person('analyst', 'yan');
const paula = person('partner', 'zoe', 'w');

/** People who know different things of the acts. */
export const dutyCallers = [
  person('analyst', 'ann'),
  zoe,
  yan,
  person('legal', 'lea'),
  person('partner', 'pat', 'v'),
  paula,
];

const accounts = ['v:1', 'v:2', 'v:3', 'w:1', 'w:2'];
const asset = 'eip155:1/slip44:60';
/** Around the day since which unblocking is reported, two of 30 June, and midnights, which stand for days. */
const hour = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map((day) => day * 24 * 8),
  fc.integer({ min: 0, max: 24 * 480 }),
);
export const instantOf = (hours: number) => new Date(Date.UTC(2024, 4, 20, hours)).toISOString();

const processIds = ['p:1', 'p:2', 'p:3', 'p:4'];
const fields = fc.record({
  what: fc.constantFrom(
    ...['block', 'block', 'block', 'emergency', 'observed', 'process', 'process', 'end', 'reopen', 'confirm'],
    ...[
      'move',
      'move',
      'moveAndEnd',
      'report',
      'report',
      'retract',
      'retractProcess',
      'retractVenue',
      'venue',
    ],
    ...['propose', 'freeze'],
  ),
  account: fc.constantFrom(...accounts),
  to: fc.constantFrom(...accounts),
  measure: fc.integer({ min: 1, max: 7 }).map((n) => `m:${n}`),
  bases: fc.subarray(processIds, { maxLength: 2 }),
  process: fc.constantFrom(...processIds),
  law: fc.constantFrom('US', 'US', 'EU', null),
  audience: fc.constantFrom<readonly Identity[] | null>(null, [], [zoe, paula], [zoe, yan]),
  isLicence: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  reportRequired: fc.boolean(),
  venue: fc.constantFrom('v', 'w'),
  jurisdictions: fc.constantFrom(undefined, ['US'], ['DE'], ['US', 'DE']),
  from: hour,
  length: fc.option(fc.integer({ min: 1, max: 24 * 300 })),
  endReason: fc.constantFrom(
    'EXPIRY' as const,
    'LICENCE' as const,
    'DELISTING' as const,
    'COURT_ORDER' as const,
  ),
  illustrative: fc.boolean(),
  report: fc.integer({ min: 1, max: 4 }).map((n) => `r:${n}`),
  duty: fc.constantFrom(
    'initial-report',
    'unblocking-report',
    'undetermined-report',
    'emergency-check',
    'annual',
  ),
});

type Fields = typeof fields extends fc.Arbitrary<infer Value> ? Value : never;

const dutyId = ({ duty, measure, venue, law }: Fields, n: number) => {
  if (duty === 'annual') return `annual-report:${venue}:${2024 + n}`;
  return duty === 'undetermined-report' ? `${duty}:${measure}:${law ?? 'unknown'}` : `${duty}:${measure}`;
};

export const someDutyAct: fc.Arbitrary<EventDraft> = fields.map((given) => {
  const { what, account, to, measure, from, length, endReason } = given;
  const until = length === null ? null : instantOf(from + length);
  const act = (kind: 'BLOCK' | 'FREEZE', over: object) => {
    const fact = measureFact({
      id: measure,
      accountId: account,
      kind,
      from: instantOf(from),
      to: until,
      endReason: until === null ? null : endReason,
      processIds: given.bases,
      observed: false,
      illustrative: given.illustrative,
      ...over,
    });
    return draft('MEASURE_TAKEN', { measures: [fact] });
  };
  const end = (at: string | null) => ({
    measureId: measure,
    to: at,
    endReason: at === null ? null : endReason,
    endProcessIds: at === null ? [] : given.bases,
  });
  const movement = (accountId: string, column: 'released' | 'inflow') => ({
    accountId,
    venueId: accountId.slice(0, 1),
    asset,
    illustrative: false,
    column,
    amount: '1',
    source: someSource,
  });
  const movements = [movement(account, 'released'), ...(to === account ? [] : [movement(to, 'inflow')])];
  const happenedAt = instantOf(from);
  const decision = {
    proposalId: measure,
    digest: 'a'.repeat(64),
    checker: 'c',
    at: happenedAt,
    reason: null,
  };
  const corrects = { corrects: 1, reason: 'wrong' };
  switch (what) {
    case 'emergency':
      return act('FREEZE', { emergency: true, to: instantOf(from + 24), endReason: 'CHECK_LAPSED' });
    case 'freeze':
      return act('FREEZE', {});
    case 'observed':
      return act('BLOCK', { observed: true });
    case 'process': {
      const hidden = given.audience !== null;
      const law = given.isLicence || given.law === null ? {} : { law: given.law };
      const kind = given.isLicence
        ? 'LICENCE'
        : given.law === null
          ? 'SEIZURE_WARRANT'
          : 'SANCTIONS_DESIGNATION';
      return draft('PROCESS_RECORDED', {
        processes: [
          processFact({
            id: given.process,
            scope: [account],
            kind,
            ...law,
            ...(given.isLicence ? { reportRequired: given.reportRequired } : {}),
            disclosure: hidden ? 'RESTRICTED' : 'OPEN',
            mayNotify: !hidden,
            audience: audienceOf(...(given.audience ?? [])),
          }),
        ],
      });
    }
    case 'end':
      return draft('MEASURE_ENDED', { measureChanges: [end(instantOf(from))], reason: 'over' });
    case 'reopen':
      return draft('MEASURE_CONFIRMED', { measureChanges: [end(null)] });
    case 'confirm':
      return draft('MEASURE_CONFIRMED', { measureChanges: [{ ...end(null), checker: 'c' }] });
    case 'move':
      return { ...draft('AMOUNT_TRANSFERRED', { movements }), happenedAt };
    case 'moveAndEnd':
      return {
        ...draft('MEASURE_APPROVED', { decision, movements, measureChanges: [end(happenedAt)] }),
        happenedAt,
      };
    case 'propose':
      return draft('MEASURE_PROPOSED', {
        proposal: {
          id: measure,
          command: 'TRANSFER',
          digest: 'a'.repeat(64),
          draft: {},
          proposer: 'm',
          proposerRoles: [],
          proposedAt: happenedAt,
          expires: happenedAt,
          accountIds: [account],
          processIds: given.bases,
          measureId: null,
        },
      });
    case 'report':
      return draft('REPORT_FILED', {
        reports: [
          {
            id: given.report,
            kind: 'ANY',
            filedAt: happenedAt,
            filedBy: 'rae',
            reference: null,
            obligationIds: [dutyId(given, 0), dutyId(given, 1)],
            accountIds: [],
            sha256: null,
            illustrative: false,
          },
        ],
      });
    case 'venue':
      return draft('VENUE_REGISTERED', {
        venues: [
          {
            ...venueFact(given.venue),
            ...(given.jurisdictions ? { jurisdictions: [...given.jurisdictions] } : {}),
          },
        ],
      });
    case 'retract':
      return draft('CORRECTED', { ...corrects, retracted: [{ view: 'measures', id: measure }] });
    case 'retractProcess':
      return draft('CORRECTED', { ...corrects, retracted: [{ view: 'processes', id: given.process }] });
    case 'retractVenue':
      return draft('CORRECTED', { ...corrects, retracted: [{ view: 'venues', id: given.venue }] });
    default:
      return act('BLOCK', {});
  }
});

export const dutyWorld: EventDraft = draft('ACCOUNT_REGISTERED', {
  venues: [venueFact('v'), venueFact('w')],
  accounts: accounts.map(accountFact),
});
