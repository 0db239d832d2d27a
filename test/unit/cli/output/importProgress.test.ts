import { importProgress } from '../../../../cli/output/importProgress';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('says each step once in a line where there is no terminal, and every ten seconds that it goes on', () => {
  const lines: string[] = [];
  const progress = importProgress((text) => lines.push(text));
  progress.show({ text: 'reading the files' });
  progress.show({ text: 'storing a@1', done: 0, of: 3_000 });
  progress.show({ text: 'storing a@1', done: 1_000, of: 3_000 });
  expect(lines).toEqual(['reading the files\n', 'storing a@1\n']);
  jest.advanceTimersByTime(10_000);
  expect(lines.slice(2)).toEqual(['still storing a@1: 1000 of 3000\n']);
  progress.stop();
  jest.advanceTimersByTime(60_000);
  expect(lines).toHaveLength(3);
});
