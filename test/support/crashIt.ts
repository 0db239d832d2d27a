/** A test that kills processes at random moments, which takes long: `npm run test:crash` asks for it. */
export const crashIt = process.env['CRASH_TESTS'] === '1' ? it : it.skip;
