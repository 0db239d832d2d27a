import fc from 'fast-check';
import { recordIdPrefix, takeRecordIds } from '../../../../gateway/readLog/recordIds';

type Value = string | number | boolean | null | Value[] | { [name: string]: Value };

/** Texts that look like what is taken out, and those that JSON escapes. */
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    `"${recordIdPrefix}Account":"a"`,
    `,"${recordIdPrefix}Account":"a",`,
    `\\"${recordIdPrefix}Account":null}`,
    recordIdPrefix,
    '\\',
    '","',
  ),
);

const name = fc.constantFrom('a', 'b', 'c', `${recordIdPrefix}Account`, `${recordIdPrefix}Measure`);

const { answer } = fc.letrec<{ answer: Value }>((tie) => ({
  answer: fc.oneof(
    { maxDepth: 5 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('answer'), { maxLength: 4 }),
    fc
      .uniqueArray(name, { maxLength: 5 })
      .chain((names) =>
        fc
          .tuple(
            ...names.map((one) =>
              one.startsWith(recordIdPrefix) ? fc.option(text, { freq: 20 }) : tie('answer'),
            ),
          )
          .map((values) => Object.fromEntries(names.map((one, at) => [one, values[at] ?? null]))),
      ),
  ),
}));

/** What is expected, from the parsed answer. */
class Expected {
  readonly records = new Set<string>();
  isIncomplete = false;

  without(value: Value): Value {
    if (Array.isArray(value)) return value.map((one) => this.without(one));
    if (typeof value !== 'object' || value === null) return value;
    const left: Record<string, Value> = {};
    for (const [key, one] of Object.entries(value))
      if (!key.startsWith(recordIdPrefix)) left[key] = this.without(one);
      else if (typeof one === 'string') this.records.add(`${key.slice(recordIdPrefix.length)}:${one}`);
      else this.isIncomplete = true;
    return left;
  }
}

describe('the ids of records in an answer', () => {
  it('are taken out of its text, and nothing else is', () => {
    fc.assert(
      fc.property(answer, (value) => {
        const expected = new Expected();
        const data = JSON.stringify(expected.without(value));
        const taken = takeRecordIds({ data: JSON.stringify(value), errors: [], extensions: undefined });
        expect(taken.executed.data).toBe(data);
        expect([...taken.records]).toEqual([...expected.records]);
        expect(taken.isIncomplete).toBe(expected.isIncomplete);
      }),
      { numRuns: 2_000 },
    );
  });
});
