import { existsSync } from 'node:fs';
import { sharedData } from './sharedData';

type Group = Pick<jest.Describe, 'each'> & ((name: string, tests: () => void) => void);

/** Skips a group and adds the reason to its name, which test/environment/skippedReporter.js prints at the end of a run. */
function skipBecause(reason: string): Group {
  const named = (name: string) => `${name} [${reason}]`;
  const skip = (name: string, tests: () => void) => {
    describe.skip(named(name), tests);
  };
  const each = (cases: readonly unknown[]) => (name: string, tests: () => void) => {
    describe.skip.each(cases)(named(name), tests);
  };
  return Object.assign(skip, { each: each as jest.Each });
}

/** A group of tests over the public lists beside the project. */
export const describeWithData: Group = existsSync(sharedData)
  ? describe
  : skipBecause('needs ../shared/data');

/** The same for what takes a minute. */
export const describeWithAllPacks: Group = process.env['ALL_PACKS']
  ? describeWithData
  : skipBecause('npm run test:packs');
