import type { Identity } from '../../../../shared/identity/identity';
import {
  accountFact,
  designationFact,
  draft,
  measureFact,
  venueFact,
} from '../../../support/enforcementFacts';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';
import { callerOf } from '../../../support/identities';

let up: EnforcementUp;

beforeAll(async () => {
  up = await enforcementUp(new Date('2025-02-03T12:00:00Z'));
  await up.record(
    draft('ACCOUNT_REGISTERED', { venues: [venueFact('one')], accounts: [accountFact('one:a')] }),
    draft('PROCESS_RECORDED', { processes: [designationFact(['one:a'])] }),
    draft('MEASURE_TAKEN', {
      measures: [
        measureFact({
          id: 'block',
          accountId: 'one:a',
          kind: 'BLOCK',
          processIds: ['ofac'],
          from: '2025-01-10T12:00:00.000Z',
          observed: false,
          maker: 'm',
          checker: 'c',
        }),
        measureFact({
          id: 'urgent',
          accountId: 'one:a',
          kind: 'FREEZE',
          from: '2025-01-10T11:00:00.000Z',
          to: '2025-01-11T11:00:00.000Z',
          endReason: 'CHECK_LAPSED',
          emergency: true,
          observed: false,
          maker: 'm',
        }),
      ],
    }),
  );
});
afterAll(() => up.close());

const run = async (mutation: string, input: object, caller: Identity): Promise<string> => {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { id } }`;
  return (await up.data(query, { input }, caller))[mutation].id;
};
const obligations = async () =>
  (await up.data('{ obligations { nodes { id state metBy { id filedBy } } } }')).obligations.nodes;

it('a report that the reporting officer files meets the obligation that it names, also a late one, and no other', async () => {
  const lapsed = { id: 'emergency-check:urgent', state: 'LATE', metBy: null };
  expect(await obligations()).toEqual([lapsed, { id: 'initial-report:block', state: 'LATE', metBy: null }]);
  const report = { kind: 'BLOCKED_PROPERTY_INITIAL', filedAt: '2025-02-03T10:00:00Z' };
  const officer = callerOf('reporting-officer');
  const rejectionOf = async (over: object, id = 'initial-report:block') => {
    const input = { ...report, obligations: [id], key: 'k1', ...over };
    const query = 'mutation($input: FileReportInput!) { fileReport(input: $input) { id } }';
    return (await up.ask(query, { input }, officer)).errors[0].extensions.code;
  };
  expect(await rejectionOf({}, 'initial-report:other')).toBe('UNKNOWN_ENTITY');
  expect(await rejectionOf({}, 'annual-report:one:2030')).toBe('UNKNOWN_ENTITY');
  expect(await rejectionOf({ kind: 'BLOCKED_PROPERTY_ANNUAL' })).toBe('REPORT_DOES_NOT_MEET');
  expect(await rejectionOf({ filedAt: '2025-01-10T04:59:59Z' })).toBe('REPORT_DOES_NOT_MEET');
  expect(await rejectionOf({ kind: 'EMERGENCY_CHECK' }, 'emergency-check:urgent')).toBe(
    'REPORT_DOES_NOT_MEET',
  );
  expect((await obligations())[1].state).toBe('LATE');
  const id = await run(
    'fileReport',
    { ...report, obligations: ['initial-report:block'], key: 'k2' },
    officer,
  );
  expect(await obligations()).toEqual([
    lapsed,
    { id: 'initial-report:block', state: 'MET', metBy: { id, filedBy: officer.subject } },
  ]);
});

it('a licence keeps that it asks for a report, through what is amended later', async () => {
  const licence = {
    kind: 'LICENCE',
    authority: 'OFAC',
    scope: ['one:a'],
    disclosure: 'OPEN',
    mayNotify: true,
    served: '2025-01-20T00:00:00Z',
    reportRequired: true,
    key: 'k3',
  };
  const id = await run('recordLegalProcess', licence, callerOf('legal'));
  const kept = () => up.records.processes.findById(id).lean();
  expect(await kept()).toMatchObject({ reportRequired: true });
  const amendment = { process: id, expiry: '2026-01-01T00:00:00Z', reason: 'extended', key: 'k4' };
  await run('amendLegalProcess', amendment, callerOf('legal'));
  expect(await kept()).toMatchObject({ reportRequired: true, expiry: new Date('2026-01-01T00:00:00Z') });
});
