import { Decimal128, Double, Long } from 'bson';
import fc from 'fast-check';
import { type Collection, openTestStore, type TestStore } from '../../support/storeServer';

let store: TestStore;
let indexed: Collection;
let plain: Collection;

beforeAll(async () => {
  store = await openTestStore();
  indexed = store.db.collection('indexed');
  plain = store.db.collection('plain');
  await indexed.createIndexes([
    { key: { a: 1 }, name: 'a' },
    { key: { b: -1, a: 1 }, name: 'b_a' },
    { key: { 'c.d': 1 }, name: 'c_d' },
    { key: { 'c.d': 1, 'c.e': -1 }, name: 'c_d_c_e' },
    { key: { a: 1, 'c.e': 1, b: -1 }, name: 'a_c_e_b' },
    { key: { e: 1 }, name: 'e_sparse', sparse: true },
    { key: { f: 1 }, name: 'f_partial', partialFilterExpression: { a: { $gt: 1 } } },
  ]);
});
afterAll(() => store.close());

const scalar = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 4 }) },
    { weight: 2, arbitrary: fc.constantFrom('', 'a', 'ab', 'b', '\u{10000}', '\uffff') },
    { weight: 1, arbitrary: fc.constant(null) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<unknown>(
        true,
        new Date(0),
        new Double(2),
        2.5,
        NaN,
        Long.fromString('9007199254740993'),
        9007199254740992,
        Decimal128.fromString('2.5'),
        Decimal128.fromString('1E+400'),
      ),
    },
  );

const value = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 6, arbitrary: scalar() },
    { weight: 2, arbitrary: fc.array(scalar(), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.record({ x: scalar() }) },
    { weight: 1, arbitrary: fc.array(fc.array(scalar(), { maxLength: 2 }), { maxLength: 2 }) },
  );

const nested = (): fc.Arbitrary<unknown> => {
  const one = fc.record({ d: value(), e: scalar() }, { requiredKeys: [] });
  return fc.oneof(one, fc.array(one, { maxLength: 3 }), scalar());
};

const few = (): fc.Arbitrary<number> => fc.integer({ min: 0, max: 2 });

/** Arrays of documents with few values, so that two of them often satisfy a filter apart. */
const pairs = (): fc.Arbitrary<unknown> =>
  fc.array(fc.record({ d: few(), e: few() }), { minLength: 2, maxLength: 3 });

/** Only `c` may be an array among the fields that share an index, so that no document is rejected for two arrays. */
const document = (): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(
    fc.record({ a: scalar(), b: scalar(), c: nested(), e: value(), f: value() }, { requiredKeys: [] }),
    fc.record({ a: value(), b: scalar(), e: value(), f: scalar() }, { requiredKeys: [] }),
    fc.record({ a: scalar(), b: value() }, { requiredKeys: [] }),
    fc.record({ a: few(), c: pairs() }),
  );

const condition = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: value() },
    {
      weight: 5,
      arbitrary: fc
        .uniqueArray(fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'), scalar()), {
          minLength: 1,
          maxLength: 2,
          selector: ([name]) => name,
        })
        .map((entries) => Object.fromEntries(entries)),
    },
    { weight: 2, arbitrary: fc.array(value(), { maxLength: 4 }).map((list) => ({ $in: list })) },
    { weight: 1, arbitrary: fc.array(scalar(), { maxLength: 2 }).map((list) => ({ $nin: list })) },
    { weight: 1, arbitrary: fc.boolean().map((exists) => ({ $exists: exists })) },
    { weight: 1, arbitrary: scalar().map((low) => ({ $elemMatch: { $gte: low } })) },
    {
      weight: 1,
      arbitrary: fc.array(scalar(), { minLength: 1, maxLength: 2 }).map((list) => ({ $all: list })),
    },
    { weight: 1, arbitrary: fc.constantFrom(/^a/, { $not: { $gt: 1 } }, { $type: 'number' }, { $size: 1 }) },
  );

const path = (): fc.Arbitrary<string> => fc.constantFrom('a', 'b', 'c.d', 'c.e', 'e', 'f', '_id');

const conjunction = (): fc.Arbitrary<Record<string, unknown>> =>
  fc.dictionary(path(), condition(), { minKeys: 1, maxKeys: 3 });

const filter = (): fc.Arbitrary<Record<string, unknown>> =>
  fc.oneof(
    { weight: 6, arbitrary: conjunction() },
    {
      weight: 1,
      arbitrary: fc.array(conjunction(), { minLength: 1, maxLength: 3 }).map((list) => ({ $or: list })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(conjunction(), conjunction(), conjunction())
        .map(([a, b, c]) => ({ ...a, $or: [b, c] })),
    },
    { weight: 1, arbitrary: fc.tuple(conjunction(), conjunction()).map((list) => ({ $and: list })) },
    { weight: 1, arbitrary: conjunction().map((inner) => ({ c: { $elemMatch: inner } })) },
    // Two fields of one array, which two of its elements may satisfy apart.
    {
      weight: 2,
      arbitrary: fc.tuple(few(), few(), fc.constantFrom('$eq', '$gte')).map(([d, e, by]) => ({
        'c.d': { [by]: d },
        'c.e': e,
      })),
    },
    { weight: 1, arbitrary: fc.constant({}) },
  );

const direction = (): fc.Arbitrary<1 | -1> => fc.constantFrom(1, -1);

/** The _id comes last: without it documents that are equal in the rest may come in any order. */
const sort = (): fc.Arbitrary<[string, 1 | -1][]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.tuple(path(), direction()), { maxLength: 2, selector: ([name]) => name }),
      direction(),
    )
    .map(([fields, last]) => [...fields.filter(([name]) => name !== '_id'), ['_id', last]]);

const update = (): fc.Arbitrary<object> =>
  fc.oneof(
    fc.tuple(fc.constantFrom('a', 'b', 'e'), scalar()).map(([name, to]) => ({ $set: { [name]: to } })),
    fc.constantFrom('a', 'b', 'c', 'e').map((name) => ({ $unset: { [name]: 1 } })),
    fc.tuple(scalar(), scalar()).map(([d, e]) => ({ $set: { c: [{ d, e }] } })),
    scalar().map((to) => ({ $max: { a: to } })),
  );

type Step = { kind: 'update'; filter: object; update: object } | { kind: 'delete'; filter: object };

const step = (): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('update' as const), filter: conjunction(), update: update() }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), filter: conjunction() }) },
  );

async function fill(documents: object[]): Promise<void> {
  const numbered = documents.map((one, n) => ({ _id: n as never, ...one }));
  for (const collection of [indexed, plain]) {
    await collection.deleteMany({});
    if (numbered.length > 0) await collection.insertMany(numbered, { ordered: false }).catch(() => undefined);
  }
  // Documents that the indexes reject, for arrays in two fields, are in neither.
  const kept = await indexed.find({}, { projection: { _id: 1 } }).toArray();
  await plain.deleteMany({ _id: { $nin: kept.map(({ _id }) => _id) } });
}

async function idsOf(
  collection: Collection,
  ...[query, options]: Parameters<Collection['find']>
): Promise<unknown[]> {
  return (await collection.find(query, options).toArray()).map(({ _id }) => _id);
}

/** As `idsOf`; a sort by two arrays is an error, by an index or not. */
async function sortedIdsOf(...query: Parameters<typeof idsOf>): Promise<unknown[]> {
  return idsOf(...query).catch((error: unknown) => {
    const { code } = error as { code: unknown };
    if (code !== 2) throw error;
    return ['rejected'];
  });
}

const byNumber = (a: unknown, b: unknown): number => Number(a) - Number(b);

describe('an answer by an index', () => {
  it('is the answer of a scan, for any documents, filter, sort, skip and limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document(), { maxLength: 25 }),
        fc.array(fc.tuple(filter(), sort(), fc.nat(3), fc.nat(5)), { minLength: 15, maxLength: 15 }),
        async (documents, queries) => {
          await fill(documents);
          for (const [query, order, skip, limit] of queries) {
            const options = { sort: order, skip, limit };
            expect([query, options, await sortedIdsOf(indexed, query, options)]).toEqual([
              query,
              options,
              await sortedIdsOf(plain, query, options),
            ]);
            expect([query, (await idsOf(indexed, query)).sort(byNumber)]).toEqual([
              query,
              (await idsOf(plain, query)).sort(byNumber),
            ]);
            expect([query, await indexed.countDocuments(query)]).toEqual([
              query,
              await plain.countDocuments(query),
            ]);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('stays so when documents are changed and removed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(document(), { maxLength: 15 }),
        fc.array(step(), { minLength: 1, maxLength: 6 }),
        fc.array(filter(), { minLength: 5, maxLength: 5 }),
        async (documents, steps, queries) => {
          await fill(documents);
          for (const one of steps) {
            // One at a time, so that an update which an index rejects stops neither at a different place.
            const ids = await idsOf(plain, one.filter);
            expect((await idsOf(indexed, one.filter)).sort(byNumber)).toEqual([...ids].sort(byNumber));
            for (const _id of ids) {
              if (one.kind === 'delete') {
                await Promise.all(
                  [indexed, plain].map((collection) => collection.deleteOne({ _id: _id as never })),
                );
                continue;
              }
              const accepted = await indexed.updateOne({ _id: _id as never }, one.update).then(
                () => true,
                () => false,
              );
              if (accepted) await plain.updateOne({ _id: _id as never }, one.update);
            }
          }
          for (const query of queries) {
            expect([query, (await idsOf(indexed, query)).sort(byNumber)]).toEqual([
              query,
              (await idsOf(plain, query)).sort(byNumber),
            ]);
          }
          expect(await indexed.find().sort({ _id: 1 }).toArray()).toEqual(
            await plain.find().sort({ _id: 1 }).toArray(),
          );
        },
      ),
      { numRuns: 12 },
    );
  });
});
