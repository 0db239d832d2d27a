import { resultRows, sharedProblems, versionsOf } from '../../../console/src/pages/screening/resultRows';
import type { Match, ScreenedSubject } from '../../../console/src/pages/screening/subject';

const match = { score: 0.9, matchedName: 'KIM' } as Match;

const screened = (
  name: string,
  matches: readonly Match[],
  problem: string | null = null,
  version = '1',
): ScreenedSubject => ({
  subject: { name },
  screening: { matches: [...matches], problem, versions: [{ list: 'ofac-sdn', version }] },
});

describe('the rows of a screening', () => {
  it('show a problem beside the matches too: they are not all that there may be', () => {
    const rows = resultRows([screened('Kim', [match], 'The birth date was left out of account.')]);
    expect(rows.map(({ match: found, problem }) => [found?.matchedName, problem])).toEqual([
      ['KIM', undefined],
      [undefined, 'The birth date was left out of account.'],
    ]);
  });

  it('put what was not screened above what has no match', () => {
    const rows = resultRows([screened('a', []), screened('', [], 'no name'), screened('b', [match])]);
    expect(rows.map(({ subject }) => subject.name)).toEqual(['b', '', 'a']);
  });

  it('leave what is wrong with every subject to be said once, and never read as without a match', () => {
    const run = [
      screened('Kim', [match], 'no list'),
      screened('a', [], 'no list'),
      screened('b', [], 'no birth date; no list'),
    ];
    expect(sharedProblems(run)).toEqual(['no list']);
    expect(resultRows(run).map(({ match: found, problem }) => [found?.matchedName, problem])).toEqual([
      ['KIM', undefined],
      [undefined, ''],
      [undefined, 'no birth date'],
    ]);
  });

  it('say what is wrong with some of the subjects in their rows', () => {
    const run = [screened('a', [], 'no list'), screened('b', [])];
    expect(sharedProblems(run)).toEqual([]);
    expect(resultRows(run).map(({ problem }) => problem)).toEqual(['no list', undefined]);
  });
});

describe('the list versions of a screening', () => {
  it('are those of every batch: a list may have been imported in between', () => {
    expect(versionsOf([screened('a', []), screened('b', [], null, '2')])).toEqual([
      'ofac-sdn 1',
      'ofac-sdn 2',
    ]);
  });
});
