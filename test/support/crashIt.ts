type Test = (name: string, test: () => Promise<void>, timeoutMs?: number) => void;

/** A test that kills processes at random moments. It takes long, so it runs in the crash suite only. */
export const crashIt: Test =
  process.env['CRASH_TESTS'] === '1'
    ? it
    : (name, test) => {
        it.skip(`${name} [npm run test:crash]`, test);
      };
