import { isUpToDate } from '../../../../subgraphs/sanctions/customerScreening/customerScreening.context';
import { entriesInForce } from '../../../../subgraphs/sanctions/customerScreening/listState.rules';
import { scoringRules } from '../../../../subgraphs/sanctions/customerScreening/screenCustomer';
import type {
  ListState,
  ScreeningJob,
} from '../../../../subgraphs/sanctions/customerScreening/screeningState.record';
import { indexLists } from '../../../../subgraphs/sanctions/list/listsIndex';

const force = entriesInForce(indexLists([]));
const done: ListState = {
  sequence: 1,
  digest: force.digest,
  versions: [],
  parts: [],
  rules: scoringRules,
  wordsOf: 1,
};
const job: ScreeningJob = {
  ...done,
  kind: 'FULL',
  sequence: 3,
  startedAt: new Date(0),
  after: 'operator:b',
  customers: 0,
  scored: 0,
  alerts: 0,
};
/** Towards lists that are in force no longer. */
const delta: ScreeningJob = { ...job, kind: 'DELTA', digest: 'other' };
const isClear = (
  progress: { readonly done: ListState | null; readonly job: ScreeningJob | null },
  customer: object = {},
) =>
  isUpToDate(
    { _id: 'operator:c', state: 'SCREENED', sequence: 1, ...customer },
    { progress: () => Promise.resolve(progress), force: () => force, lastRuns: () => Promise.resolve([]) },
  );

it('is by the state of the run that passed it, or the one before', async () => {
  expect(await isClear({ done, job: null })).toBe(true);
  expect(await isClear({ done: null, job: null })).toBe(false);
  expect(await isClear({ done, job: delta })).toBe(true);
  expect(await isClear({ done, job: delta }, { _id: 'operator:a' })).toBe(false);
  expect(await isClear({ done: { ...done, digest: 'other' }, job }, { _id: 'operator:a' })).toBe(true);
  expect(await isClear({ done: { ...done, digest: 'other' }, job }, { sequence: 3 })).toBe(true);
  expect(await isClear({ done, job: null }, { state: 'PENDING' })).toBe(false);
});

it('is not where it was screened by other rules', async () => {
  const before = { ...done, rules: scoringRules - 1 };
  expect(await isClear({ done: before, job: null })).toBe(false);
  expect(await isClear({ done: before, job })).toBe(false);
  expect(await isClear({ done: before, job }, { _id: 'operator:a' })).toBe(true);
});

it('is not where a full run has not reached it: one that was given up may have', async () => {
  expect(await isClear({ done, job })).toBe(false);
  expect(await isClear({ done, job }, { sequence: 2 })).toBe(false);
  expect(await isClear({ done, job: { ...job, digest: 'other' } })).toBe(false);
});
