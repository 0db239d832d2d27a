import { rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { serialize } from 'bson';
import fc from 'fast-check';
import { type OpenStore, openStore } from '../../src/openStore';
import { type Collection, MongoClient, temporaryFolder } from '../support/storeServer';

let folder: string;
let store: OpenStore;
let client: InstanceType<typeof MongoClient>;
let items: Collection;
beforeAll(async () => {
  folder = temporaryFolder();
  store = await openStore({ folder });
  client = new MongoClient(store.url);
  items = client.db('x').collection('items');
});
afterAll(async () => {
  await client.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function message(opCode: number, payload: Buffer, length = 16 + payload.length): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(7, 4);
  head.writeInt32LE(opCode, 12);
  return Buffer.concat([head, payload]);
}

function command(document: object, flags = 0): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32LE(flags, 0);
  return message(2013, Buffer.concat([head, serialize(document)]));
}

/** Sends bytes on a connection of their own; resolves with the answer until it closes or falls silent. */
function send(bytes: Buffer, chunk = bytes.length): Promise<{ answer: Buffer; closed: boolean }> {
  return new Promise((resolve) => {
    const socket: Socket = connect(join(folder, 'store.sock'));
    const chunks: Buffer[] = [];
    const timer = setTimeout(() => end(false), 300);
    const end = (closed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ answer: Buffer.concat(chunks), closed });
    };
    socket.on('data', (data) => {
      chunks.push(data);
      timer.refresh();
    });
    socket.on('close', () => end(true));
    socket.on('error', () => undefined);
    for (let from = 0; from < bytes.length; from += chunk) socket.write(bytes.subarray(from, from + chunk));
  });
}

describe('what is not a message', () => {
  const ping = { ping: 1, $db: 'x' };
  const broken: [string, Buffer][] = [
    ['text', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['a length below that of a head', message(2013, Buffer.alloc(0), 3)],
    ['a length of gigabytes', message(2013, Buffer.alloc(8), 0x7fffffff)],
    ['an operation that is not known', message(2004 + 500, Buffer.alloc(20))],
    ['a compressed message', message(2012, Buffer.alloc(20))],
    ['a flag that is not known', command(ping, 4)],
    ['no body', message(2013, Buffer.alloc(4))],
    ['a section that goes beyond the end', message(2013, Buffer.from([0, 0, 0, 0, 0, 0xff, 0, 0, 0, 0]))],
    [
      'a document that is cut short',
      message(2013, Buffer.concat([Buffer.alloc(5), serialize(ping).subarray(0, 9)])),
    ],
    [
      'a section of a kind that is not known',
      message(2013, Buffer.concat([Buffer.from([0, 0, 0, 0, 9]), serialize(ping)])),
    ],
  ];

  it.each(broken)('ends only its own connection: %s', async (_name, bytes) => {
    expect((await send(bytes)).closed).toBe(true);
    await client.db('x').command({ ping: 1 });
  });

  it('does not end the server, whatever its bytes are', async () => {
    const valid = command({ insert: 'fuzz', documents: [{ _id: 1, a: [1, { b: 'c' }] }], $db: 'x' });
    await Promise.all(
      Array.from({ length: 60 }, (_, seed) => {
        const bytes = Buffer.from(valid);
        for (let at = 16 + (seed % 7); at < bytes.length; at += 11 + seed)
          bytes[at] = (bytes[at]! * 31 + seed) & 0xff;
        return send(bytes);
      }),
    );
    await client.db('x').command({ ping: 1 });
  });

  it('does not end the server where it is random, cut short or longer than it says', async () => {
    const shapes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc
        .tuple(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(1, 2004, 2012, 2013), fc.integer())
        .map(([bytes, opCode, length]) => message(opCode, Buffer.from(bytes), length)),
      fc
        .tuple(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(2004, 2013))
        .map(([bytes, opCode]) => message(opCode, Buffer.from(bytes))),
      fc.tuple(fc.nat(60), fc.nat(60), fc.nat(255)).map(([from, at, value]) => {
        const bytes = command({ find: 'fuzz', filter: { a: { $in: [1, 'x'] } }, $db: 'x' }).subarray(
          0,
          40 + from,
        );
        bytes[20 + at] = value;
        return message(2013, bytes.subarray(16));
      }),
    );
    await Promise.all(fc.sample(shapes, 200).map((bytes) => send(bytes)));
    await client.db('x').command({ ping: 1 });
  });
});

describe('a message', () => {
  it('may come in pieces, and several at once', async () => {
    const two = Buffer.concat([command({ ping: 1, $db: 'x' }), command({ buildInfo: 1, $db: 'x' })]);
    const { answer, closed } = await send(two, 3);
    expect(closed).toBe(false);
    expect(answer.readInt32LE(8)).toBe(7);
    expect(answer.toString('latin1').match(/ok/g)!.length).toBeGreaterThanOrEqual(2);
  });

  it('with a checksum is read, and one that wants no answer gets none', async () => {
    const payload = command({ ping: 1, $db: 'x' }, 1).subarray(16);
    expect(
      (await send(message(2013, Buffer.concat([payload, Buffer.alloc(4)])))).answer.length,
    ).toBeGreaterThan(16);
    expect((await send(command({ ping: 1, $db: 'x' }, 2))).answer).toHaveLength(0);
  });

  it('is rejected where the embedded store cannot do what it asks', async () => {
    await client.db('x').createCollection('there');
    const rejected: [object, number][] = [
      [{ create: 'there' }, 48],
      [{ drop: 'nowhere' }, 26],
      [{ createIndexes: 'items', indexes: [{ key: { a: 'text' }, name: 't' }] }, 67],
      [{ createIndexes: 'items', indexes: [{ key: { a: '2dsphere' }, name: 'g' }] }, 67],
      [{ createIndexes: 'items', indexes: [{ key: { '$**': 1 }, name: 'w' }] }, 67],
      [{ find: 'items', collation: { locale: 'de' } }, 2],
      [{ aggregate: 'items', pipeline: [{ $out: 'other' }], cursor: {} }, 115],
      [{ create: 'capped', capped: true, size: 1000 }, 72],
      [{ bulkWrite: 1, ops: [], nsInfo: [] }, 115],
      [{ find: 'items', filter: { $where: 'true' } }, 2],
      [{ insert: 'items', documents: [] }, 16],
      [{ find: 'items', sort: { a: 2 } }, 2],
      [{ find: 'items', limit: -1 }, 2],
      [{ find: 5 }, 73],
      [{ find: 'items', maxTimeMS: -1 }, 2],
    ];
    for (const [asked, code] of rejected) {
      await expect(client.db('x').command(asked)).rejects.toMatchObject({ code });
    }
    await expect(items.watch().next()).rejects.toMatchObject({ code: 40573 });
    const session = client.startSession();
    session.startTransaction();
    await expect(items.insertOne({ a: 1 }, { session })).rejects.toMatchObject({ code: 263 });
    await session.endSession();
  });
});

describe('long work', () => {
  beforeAll(async () => {
    for (let from = 0; from < 40_000; from += 5000) {
      await items.insertMany(
        Array.from({ length: 5000 }, (_, n) => ({ n: from + n, text: 'some text that has to be read' })),
      );
    }
  });

  it('leaves others their turn', async () => {
    const scan = items.countDocuments({ text: /nothing at all/ });
    let turns = 0;
    const state = { running: true };
    void scan.finally(() => (state.running = false));
    while (state.running) {
      await items.findOne({ _id: 'none' as never });
      turns++;
    }
    expect(await scan).toBe(0);
    expect(turns).toBeGreaterThan(3);
  });

  it('ends when its time is up', async () => {
    await expect(items.countDocuments({ text: /nothing at all/ }, { maxTimeMS: 1 })).rejects.toMatchObject({
      code: 50,
    });
  });

  it('of many changes is seen whole by each document', async () => {
    const result = await items.updateMany({ n: { $gte: 20_000 } }, { $set: { changed: true } });
    expect(result.modifiedCount).toBe(20_000);
    expect((await items.deleteMany({ changed: true })).deletedCount).toBe(20_000);
    expect(await items.countDocuments()).toBe(20_000);
  });

  it('meets what is written ahead of it, and not what was removed', async () => {
    const ahead = client.db('x').collection('ahead');
    await ahead.insertMany(Array.from({ length: 500 }, (_, n) => ({ _id: n as never, n })));
    const seen: unknown[] = [];
    for await (const { _id } of ahead.find({}, { batchSize: 50 })) {
      if (seen.push(_id) !== 100) continue;
      await ahead.deleteMany({ n: { $gte: 300 } });
      await ahead.insertOne({ _id: 1000 as never, n: 1 });
    }
    expect(seen).toEqual([...Array.from({ length: 300 }, (_, n) => n), 1000]);
  });

  it('that is cut off by the end of the store is an error, and no failure of the store', async () => {
    const other = temporaryFolder();
    let failure: unknown;
    const closing = await openStore({ folder: other, onFailure: (error) => (failure = error) });
    const busy = new MongoClient(closing.url, { serverSelectionTimeoutMS: 500 });
    const many = busy.db('x').collection('many');
    const rows = (): object[] => Array.from({ length: 20_000 }, (_, n) => ({ n, text: 'some text' }));
    await many.insertMany(rows());
    const work = Promise.allSettled([
      many.insertMany(rows()),
      many.updateMany({}, { $inc: { n: 1 } }),
      many.find({}, { sort: { text: 1, n: -1 } }).toArray(),
      many.countDocuments({ text: /nothing/ }),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await closing.close();
    await work;
    await busy.close();
    expect(failure).toBeUndefined();
    await (await openStore({ folder: other })).close();
    rmSync(other, { recursive: true, force: true });
  });

  it('explains what it cost', async () => {
    await items.createIndex({ n: 1 }, {}, {});
    const explained = (await items.find({ n: { $lt: 10 } }).explain('executionStats')) as unknown as {
      executionStats: { nReturned: number; totalDocsExamined: number };
    };
    expect(explained.executionStats).toMatchObject({ nReturned: 10, totalDocsExamined: 10 });
  });

  it('expires what a TTL index says', async () => {
    const ttl = client.db('x').collection('ttl');
    await ttl.createIndex({ at: 1 }, { expireAfterSeconds: 60 }, {});
    expect((await ttl.indexes())[1]).toMatchObject({ expireAfterSeconds: 60 });
    await expect(ttl.createIndex({ a: 1, b: 1 }, { expireAfterSeconds: 1 }, {})).rejects.toMatchObject({
      code: 67,
    });
  });
});
