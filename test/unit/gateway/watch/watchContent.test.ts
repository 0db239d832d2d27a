import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Watched, watchContent } from '../../../../gateway/watch/watchContent';
import { eventually } from '../../../support/eventually';

const folder = mkdtempSync(join(tmpdir(), 'cordon-watch-'));
const watched: Watched[] = [];
afterAll(() => {
  for (const { stop } of watched) stop();
  rmSync(folder, { recursive: true });
});

/** Watches a file; resolves with each content that it is told of. */
function watch(file: string, first: string | undefined) {
  const told: (string | undefined)[] = [];
  watched.push(
    watchContent(file, first, async (content) => {
      told.push(content);
    }),
  );
  return told;
}

it('tells of a change between the first read and the watch', async () => {
  const file = join(folder, 'before');
  writeFileSync(file, 'new');
  const told = watch(file, 'old');
  await eventually(() => told.length > 0);
  expect(told).toEqual(['new']);
});

it('tells of a file that came, or went, between the first read and the watch', async () => {
  const file = join(folder, 'came');
  writeFileSync(file, 'new');
  const [came, gone] = [watch(file, undefined), watch(join(folder, 'gone'), 'old')];
  await eventually(() => came.length + gone.length > 1);
  expect([came, gone]).toEqual([['new'], [undefined]]);
});

it('tells of a change right after it began, of the same size and with the same time', async () => {
  const file = join(folder, 'same');
  const time = new Date('2020-01-01');
  writeFileSync(file, 'one');
  utimesSync(file, time, time);
  const told = watch(file, 'one');
  writeFileSync(file, 'two');
  utimesSync(file, time, time);
  await eventually(() => told.length > 0);
  expect(told).toEqual(['two']);
});

it('tells of each change once, and of no other', async () => {
  const file = join(folder, 'each');
  writeFileSync(file, 'a');
  const told = watch(file, 'a');
  for (const content of ['b', 'c']) {
    writeFileSync(file, content);
    await eventually(() => told.at(-1) === content);
  }
  await new Promise((done) => setTimeout(done, 1_200));
  expect(told).toEqual(['b', 'c']);
});
