import { type Collection, openTestStore, type TestStore } from '../../support/storeServer';

let store: TestStore;
let sales: Collection;
beforeAll(async () => {
  store = await openTestStore();
  sales = store.db.collection('sales');
  await sales.insertMany([
    { _id: 1 as never, item: 'a', price: 10, n: 2, tags: ['x', 'y'] },
    { _id: 2 as never, item: 'b', price: 20, n: 1, tags: ['x'] },
    { _id: 3 as never, item: 'a', price: 5, n: 10, tags: [] },
    { _id: 4 as never, item: 'c', price: 7, n: 3 },
  ]);
  await store.db.collection('stock').insertMany([
    { _id: 1 as never, sku: 'a', left: 100 },
    { _id: 2 as never, sku: 'b', left: 5 },
    { _id: 3 as never, sku: 'a', left: 1 },
  ]);
});
afterAll(() => store.close());

const run = (...pipeline: object[]): Promise<unknown[]> => sales.aggregate(pipeline).toArray();

describe('an aggregation', () => {
  it('groups', async () => {
    const pipeline = [
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: '$item',
          total: { $sum: { $multiply: ['$price', '$n'] } },
          most: { $max: '$price' },
          mean: { $avg: '$price' },
          ids: { $push: '$_id' },
          count: { $sum: 1 },
        },
      },
      { $sort: { _id: 1 } },
    ];
    expect(await run(...pipeline)).toEqual([
      { _id: 'a', total: 70, most: 10, mean: 7.5, ids: [1, 3], count: 2 },
      { _id: 'b', total: 20, most: 20, mean: 20, ids: [2], count: 1 },
      { _id: 'c', total: 21, most: 7, mean: 7, ids: [4], count: 1 },
    ]);
    expect(
      await run(
        { $group: { _id: null, items: { $addToSet: '$item' } } },
        { $project: { size: { $size: '$items' } } },
      ),
    ).toEqual([{ _id: null, size: 3 }]);
  });

  it('unwinds, counts and samples', async () => {
    expect(await run({ $unwind: '$tags' }, { $sortByCount: '$tags' })).toEqual([
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ]);
    expect(
      await run({ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $count: 'n' }),
    ).toEqual([{ n: 5 }]);
    expect(await run({ $sample: { size: 2 } })).toHaveLength(2);
    expect(await run({ $match: { item: 'none' } }, { $count: 'n' })).toEqual([]);
  });

  it('projects and computes', async () => {
    expect(
      await run(
        { $match: { _id: 1 } },
        {
          $addFields: { upper: { $toUpper: '$item' }, big: { $cond: [{ $gt: ['$price', 5] }, 'yes', 'no'] } },
        },
        {
          $project: {
            _id: 0,
            upper: 1,
            big: 1,
            first: { $arrayElemAt: ['$tags', 0] },
            joined: { $reduce: { input: '$tags', initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
          },
        },
      ),
    ).toEqual([{ upper: 'A', big: 'yes', first: 'x', joined: 'xy' }]);
    expect(
      await run(
        { $sort: { price: -1 } },
        { $skip: 1 },
        { $limit: 2 },
        { $replaceRoot: { newRoot: { p: '$price' } } },
      ),
    ).toEqual([{ p: 10 }, { p: 7 }]);
  });

  it('joins', async () => {
    const joined = (await run(
      { $match: { _id: { $lte: 2 } } },
      { $lookup: { from: 'stock', localField: 'item', foreignField: 'sku', as: 'stock' } },
      { $project: { left: '$stock.left' } },
      { $sort: { _id: 1 } },
    )) as { _id: number; left: number[] }[];
    expect(joined.map(({ _id, left }) => ({ _id, left: [...left].sort((a, b) => a - b) }))).toEqual([
      { _id: 1, left: [1, 100] },
      { _id: 2, left: [5] },
    ]);
    expect(
      await run(
        { $match: { _id: 1 } },
        {
          $lookup: {
            from: 'stock',
            let: { item: '$item' },
            pipeline: [
              { $match: { $expr: { $and: [{ $eq: ['$sku', '$$item'] }, { $gt: ['$left', 10] }] } } },
              { $project: { _id: 0, left: 1 } },
            ],
            as: 'stock',
          },
        },
        { $project: { stock: 1 } },
      ),
    ).toEqual([{ _id: 1, stock: [{ left: 100 }] }]);
    expect(
      await run(
        { $project: { _id: 1 } },
        { $unionWith: { coll: 'stock', pipeline: [{ $project: { _id: 0, sku: 1 } }] } },
      ),
    ).toHaveLength(7);
  });

  it('has facets', async () => {
    expect(
      await run({
        $facet: { cheap: [{ $match: { price: { $lt: 8 } } }, { $count: 'n' }], all: [{ $count: 'n' }] },
      }),
    ).toEqual([{ cheap: [{ n: 2 }], all: [{ n: 4 }] }]);
  });

  it('buckets', async () => {
    const boundaries = [0, 8, 30];
    expect(await run({ $bucket: { groupBy: '$price', boundaries, output: { n: { $sum: 1 } } } })).toEqual([
      { _id: 0, n: 2 },
      { _id: 8, n: 2 },
    ]);
    expect(await run({ $bucket: { groupBy: '$price', boundaries: [0, 8], default: 'other' } })).toEqual([
      { _id: 0, count: 2 },
      { _id: 'other', count: 2 },
    ]);
    // The upper boundary does not belong to its bucket.
    const documents = [{ n: 1 }, { n: 2 }, { n: 3 }];
    const two = [{ $documents: documents }, { $bucket: { groupBy: '$n', boundaries: [1, 2, 4] } }];
    expect(await store.db.aggregate(two).toArray()).toEqual([
      { _id: 1, count: 1 },
      { _id: 2, count: 2 },
    ]);
  });

  it.each([
    [{ groupBy: '$price', boundaries: [8, 0] }, 40194],
    [{ groupBy: '$price', boundaries: [0, 'a'] }, 40193],
    [{ groupBy: '$price', boundaries: [0] }, 40192],
    [{ groupBy: '$price', boundaries: [0, 8], default: 5 }, 40199],
    [{ groupBy: 'price', boundaries: [0, 8] }, 40202],
    [{ groupBy: '$price', boundaries: [0, 8], buckets: 2 }, 40197],
  ])('rejects invalid buckets: %j', async (spec, code) => {
    await expect(run({ $bucket: spec })).rejects.toMatchObject({ code });
  });

  it('rejects a value that lies in no bucket', async () => {
    await expect(run({ $bucket: { groupBy: '$price', boundaries: [0, 8] } })).rejects.toHaveProperty('code');
  });

  it('streams more than a batch', async () => {
    const many = store.db.collection('many');
    await many.insertMany(Array.from({ length: 3000 }, (_, n) => ({ n })));
    const found = await many
      .aggregate([{ $match: { n: { $gte: 10 } } }, { $project: { n: 1, _id: 0 } }], { batchSize: 100 })
      .toArray();
    expect(found).toHaveLength(2990);
  });

  it('is rejected where a stage or an operator is unknown', async () => {
    await expect(run({ $what: 1 })).rejects.toMatchObject({ code: 40324 });
    await expect(run({ $project: { a: { $what: 1 } } })).rejects.toHaveProperty('code');
    await expect(run({ $group: { _id: null, a: { $what: 1 } } })).rejects.toHaveProperty('code');
  });
});
