import fc from 'fast-check';
import { buildSchema, parse, print } from 'graphql';
import { addRecordIds, recordIdPrefix, takeRecordIds } from '../../../../gateway/readLog/recordIds';

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
              one.startsWith(recordIdPrefix)
                ? fc.option(fc.oneof(text, fc.array(text, { maxLength: 3 })), { freq: 20 })
                : tie('answer'),
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
      else if (Array.isArray(one)) for (const named of one) this.records.add(named as string);
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

describe('what is added to a document', () => {
  const schema = buildSchema(`
    type Query { proof: Proof shown: Shown other: Other }
    type Proof { id: ID! text: String! textRecords: [String!]! }
    type Other { id: ID! text: String! }
    union Shown = Proof | Other
  `);
  const added = (query: string) =>
    print(
      addRecordIds(parse(query), schema, new Map([['Proof', new Map([['text', 'textRecords']])]])).document,
    ).replace(/\s+/g, ' ');

  it('names what a text shows, where the text is asked for and answered', () => {
    expect(
      added('query ($b: Boolean!) { proof { text ... @skip(if: $b) { t: text @include(if: $b) } } }'),
    ).toBe(
      'query ($b: Boolean!) { proof { text ... @skip(if: $b) { t: text @include(if: $b) ' +
        'cordon_record__Proof__text: textRecords @include(if: $b) } ' +
        'cordon_record__Proof__text: textRecords cordon_record__Proof: id } }',
    );
    expect(added('{ proof { id } }')).toBe('{ proof { id cordon_record__Proof: id } }');
  });

  it('is nothing in a type that is not restricted', () => {
    expect(added('{ other { text } }')).toBe('{ other { text } }');
    expect(added('{ shown { ... on Proof { text } ... on Other { text } } }')).toBe(
      '{ shown { ... on Proof { text cordon_record__Proof__text: textRecords } ... on Other { text } ' +
        '... on Proof { cordon_record__Proof: id } } }',
    );
  });
});
