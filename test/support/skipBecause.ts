export type Test = (name: string, test: () => Promise<void>, timeoutMs?: number) => void;
export type Group = Pick<jest.Describe, 'each'> & ((name: string, tests: () => void) => void);

/** Skips a group and adds the reason to its name, which test/environment/skippedReporter.js prints at the end of a run. */
export function skipBecause(reason: string): Group {
  const named = (name: string) => `${name} [${reason}]`;
  const skip = (name: string, tests: () => void) => {
    describe.skip(named(name), tests);
  };
  const each = (cases: readonly unknown[]) => (name: string, tests: () => void) => {
    describe.skip.each(cases)(named(name), tests);
  };
  return Object.assign(skip, { each: each as jest.Each });
}

/** Skips a test in the same way. */
export const skipTestBecause =
  (reason: string): Test =>
  (name, test) => {
    it.skip(`${name} [${reason}]`, test);
  };
