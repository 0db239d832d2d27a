import { answerOf, everyScope, monolithAnswer } from '../../differential/answers';
import { openGraph } from '../../differential/openGraph';
import { runDifferential } from '../../differential/runDifferential';
import { silentLosses } from '../../differential/silentLosses';

/** The same graphs at each run; `npm run test:differential` asks 10,000 of others. */
it('300 random operations are answered as one schema would, and fail as the stock executor does', async () => {
  const { failures, operations } = await runDifferential({
    seed: 1,
    operations: 300,
    executor: 'compiled',
  });
  expect(failures).toEqual([]);
  expect(operations).toBe(300);
});

describe('the differential test itself can fail', () => {
  it('sees what the stock executor is known to get wrong', async () => {
    const { known } = await runDifferential({ seed: 1, operations: 400, executor: 'stock' });
    expect(known.size).toBeGreaterThan(1);
  });

  it('sees a value that is another, and a null without an error', () => {
    const whole = '{"a":{"b":[1,null]}}';
    expect(silentLosses(whole, '{"a":{"b":[2,null]}}', [])).toEqual(['/a/b/0: 2 instead of 1']);
    expect(silentLosses(whole, '{"a":null}', ['["a","c"] CODE'])).toEqual([]);
    expect(silentLosses(whole, '{"a":null}', ['["x"] CODE'])).toEqual(['/a: null without an error']);
    expect(silentLosses(whole, '{"a":{"b":[]}}', [])).toEqual(['/a/b:  instead of 0,1']);
    expect(silentLosses('{"a":null}', '{"a":{"b":1}}', [])).toEqual(['/a/b: 1 instead of null']);
  });

  it('says the same of the same seed', async () => {
    const asked = { query: '{ __typename }', variables: {}, faults: [], scopes: everyScope };
    const [one, other] = [await openGraph(7), await openGraph(7)];
    expect(one.model).toEqual(other.model);
    expect(await answerOf(one, 'compiled', asked)).toEqual(await monolithAnswer(other, asked));
    await one.close();
    await other.close();
  });
});
