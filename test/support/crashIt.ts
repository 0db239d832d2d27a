import { skipTestBecause, type Test } from './skipBecause';

/** A test that kills processes at random moments. It takes long, so it runs in the crash suite only. */
export const crashIt: Test = process.env['CRASH_TESTS'] === '1' ? it : skipTestBecause('npm run test:crash');
