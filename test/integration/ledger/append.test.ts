import { createHash } from 'node:crypto';
import { ledgerStore } from '../../../packages/ledger/src/ledger.store';
import type { Head } from '../../../packages/ledger/src/ledgerEvent';
import { collect, eventOf, ledgerUp, type LedgerUp } from '../../support/ledgerUp';
import { openTestStore, type TestStore } from '../../support/openTestStore';

let up: LedgerUp;
let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  up = await ledgerUp(store);
});
afterEach(() => up.close());

const range = (size: number) => Array.from({ length: size }, (_, n) => n);

describe('append', () => {
  it('chains events in the order given, each hashed over its text as it is stored', async () => {
    const results = await up.ledger.append(range(5).map((n) => eventOf(n)));
    expect(results.map(({ event, appended }) => [event.sequence, appended])).toEqual(
      range(5).map((n) => [n + 1, true]),
    );
    const all = await up.all();
    expect(all).toEqual(results.map(({ event }) => event));
    let previous = '0'.repeat(64);
    for (const event of all) {
      const { hash, ...fields } = event;
      expect(event.previousHash).toBe(previous);
      const { text } = (await up.records.findById(event.sequence).lean())!;
      expect(JSON.parse(text)).toEqual(fields);
      expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
      previous = hash;
    }
    expect(await up.ledger.head()).toMatchObject({ sequence: 5, hash: previous });
  });

  it('an empty ledger has the head before the first event', async () => {
    expect(await up.ledger.head()).toMatchObject({ sequence: 0, hash: '0'.repeat(64) });
    expect(await up.ledger.append([])).toEqual([]);
    expect(await up.all()).toEqual([]);
  });

  it('more than one write holds are appended whole and in order', async () => {
    const results = await up.ledger.append(range(2_345).map((n) => eventOf(n)));
    expect(results.map(({ event }) => (event.payload as { n: string }).n)).toEqual(range(2_345).map(String));
    expect((await up.all()).length).toBe(2_345);
  });

  it('a write of a single caller behind another is not delayed for others', async () => {
    // A write that waited would take longer than the test may.
    const grouped = ledgerStore(up.records, { writeIntervalMs: 3_600_000 });
    for (let n = 0; n < 3; n++) await grouped.append([eventOf(n)]);
    expect(await up.all()).toHaveLength(3);
  });

  it('a key that is there already is not appended again, whoever comes with it and however often', async () => {
    const [first] = await up.ledger.append([eventOf('first', { key: 'k' })]);
    const others = await up.another();
    const again = await Promise.all([
      up.ledger.append([eventOf('a', { key: 'k' }), eventOf('b', { key: 'l' }), eventOf('c', { key: 'l' })]),
      others.append([eventOf('d', { key: 'l' }), eventOf('e', { key: 'k' })]),
      up.ledger.append([eventOf('f', { key: 'k' })]),
    ]);
    const events = await up.all();
    expect(events.map(({ key }) => key)).toEqual(['k', 'l']);
    for (const { event, appended } of again.flat()) {
      expect(event).toEqual(events.find(({ key }) => key === event.key));
      if (event.key === 'k') expect(appended).toBe(false);
    }
    expect(again.flat().filter(({ appended }) => appended)).toHaveLength(1);
    expect(await up.ledger.byKey('k')).toEqual(first!.event);
    expect(await up.ledger.byKey('none')).toBeUndefined();
  });

  it('writers with connections of their own lose and double nothing', async () => {
    const ledgers = [up.ledger, await up.another(), await up.another()];
    await Promise.all(
      ledgers.flatMap((ledger, w) =>
        range(40).map((n) => ledger.append([eventOf(`${w}-${n}`), eventOf(`${w}-${n}+`)])),
      ),
    );
    const events = await up.all();
    const seen = events.map(({ payload }) => (payload as { n: string }).n);
    expect(new Set(seen).size).toBe(240);
    expect(seen).toHaveLength(240);
    expect(events.map(({ sequence }) => sequence)).toEqual(range(240).map((n) => n + 1));
  });

  it('the time of recording never goes backwards, though a clock does', async () => {
    const times = ['2024-05-01T00:00:00.000Z', '2024-04-01T00:00:00.000Z', '2024-06-01T00:00:00.000Z'];
    const ledger = await up.another(() => new Date(times.shift()!));
    for (const n of range(3)) await ledger.append([eventOf(n)]);
    expect((await up.all()).map(({ recordedAt }) => recordedAt)).toEqual([
      '2024-05-01T00:00:00.000Z',
      '2024-05-01T00:00:00.000Z',
      '2024-06-01T00:00:00.000Z',
    ]);
  });

  it.each([
    ['a fraction', { payload: { amount: 0.1 } }, /0\.1/],
    ['a number that is not safe', { payload: [2 ** 53] }, /9007199254740992/],
    ['a time without milliseconds', { happenedAt: '2024-01-01T00:00:00Z' }, /RFC 3339/],
    ['a day that is none', { happenedAt: '2024-02-30T00:00:00.000Z' }, /RFC 3339/],
    ['a type in small letters', { type: 'noted' }, /capital/],
    ['no maker', { maker: '' }, /maker/],
    ['an empty key', { key: '' }, /key/],
    ['half of a surrogate pair', { payload: { a: ['\ud83d'] } }, /payload\.a\[0\]/],
    [
      'an approval without a digest',
      { approvals: [{ approver: 'b', at: '2024-01-01T00:00:00.000Z', digest: '' }] },
      /approval/,
    ],
  ])('%s is rejected, and nothing of its batch is written', async (_what, wrong, says) => {
    await expect(up.ledger.append([eventOf(1), eventOf(2, wrong)])).rejects.toThrow(says);
    expect(await up.all()).toEqual([]);
  });
});

describe('commit', () => {
  const size = async (head: Head) =>
    (await collect(up.ledger.read({ after: 0, upTo: head.sequence }))).length;

  it('decides on what is there: of many that allow one more each, from two processes, none is decided on an old state', async () => {
    const other = await up.another();
    const decideOn = (name: string) => async (head: Head) => eventOf(`${name} after ${await size(head)}`);
    await Promise.all(
      range(12).flatMap((n) => [
        up.ledger.commit({ decide: decideOn(`a${n}`) }),
        other.commit({ decide: decideOn(`b${n}`) }),
      ]),
    );
    const events = await up.all();
    expect(events).toHaveLength(24);
    for (const [at, { payload }] of events.entries())
      expect((payload as { n: string }).n).toMatch(new RegExp(` after ${at}$`));
  });

  it('a rejection writes nothing and is the caller’s own error', async () => {
    const rejection = new Error('not in scope');
    const rejected = up.ledger.commit({ decide: () => Promise.reject(rejection) });
    const other = up.ledger.commit({ decide: async () => eventOf(1) });
    await expect(rejected).rejects.toBe(rejection);
    await other;
    expect(await up.all()).toHaveLength(1);
  });

  it('a retry with the same key finds the first event, whatever the decision would be by then', async () => {
    const key = 'command-1';
    const first = await up.ledger.commit({ key, decide: async () => eventOf('once') });
    const decisions = [
      async () => eventOf('once'),
      async () => eventOf('something else'),
      () => Promise.reject(new Error('it was done')),
    ];
    for (const decide of decisions) {
      for (const ledger of [up.ledger, await up.another()])
        expect(await ledger.commit({ key, decide })).toEqual({ event: first.event, appended: false });
    }
    expect([first.appended, first.event.key]).toEqual([true, key]);
    expect(await up.all()).toHaveLength(1);
  });

  it('the same command at once from both sides becomes one event', async () => {
    const other = await up.another();
    const command = (n: number) => ({ key: 'same', decide: async () => eventOf(n) });
    const results = await Promise.all(range(6).map((n) => (n % 2 ? other : up.ledger).commit(command(n))));
    expect(await up.all()).toHaveLength(1);
    expect(results.filter(({ appended }) => appended)).toHaveLength(1);
  });

  it('commands with nothing in common are decided at once; with something in common one after the other', async () => {
    let under = 0;
    const together: Record<string, number> = {};
    const command = (scope: string) => ({
      scope: [scope],
      decide: async () => {
        under++;
        await new Promise((done) => setTimeout(done, 5));
        together[scope] = Math.max(together[scope] ?? 0, under);
        under--;
        return eventOf(scope);
      },
    });
    await up.ledger.append([eventOf('before')]);
    await Promise.all(
      [command('x'), command('a'), command('b'), command('c'), command('a')].map((c) => up.ledger.commit(c)),
    );
    expect(together['b']).toBeGreaterThan(1);
    under = 0;
    together['s'] = 0;
    await Promise.all(range(4).map(() => up.ledger.commit(command('s'))));
    expect(together['s']).toBe(1);
    expect(await up.all()).toHaveLength(10);
  });
});

describe('several events on one decision', () => {
  /** Without keys: only the decision keeps events from being stored twice. */
  const missing = async (wanted: readonly number[]) => {
    const there = new Set((await up.all()).map(({ payload }) => (payload as { n: string }).n));
    return wanted.filter((n) => !there.has(String(n))).map((n) => eventOf(n));
  };

  it('are decided anew where another process was first, and goes on behind its own where they are many', async () => {
    const other = await up.another();
    const wanted = Array.from({ length: 1_500 }, (_, n) => n);
    let decisions = 0;
    const decide = () => {
      decisions++;
      return missing(wanted);
    };
    const [a, b] = await Promise.all([up.ledger.commitAll({ decide }), other.commitAll({ decide })]);
    expect(decisions).toBeGreaterThan(2);
    expect(a.length + b.length).toBe(1_500);
    expect([...a, ...b].every(({ appended }) => appended)).toBe(true);
    const all = await up.all();
    expect(new Set(all.map(({ payload }) => (payload as { n: string }).n)).size).toBe(1_500);
    expect(all).toHaveLength(1_500);
    decisions = 0;
    expect(await up.ledger.commitAll({ decide })).toEqual([]);
    expect(decisions).toBe(1);
  });

  it('write nothing where the decision rejects, and find events whose keys are stored', async () => {
    await up.ledger.append([eventOf(1, { key: 'one' })]);
    await expect(up.ledger.commitAll({ decide: () => Promise.reject(new Error('no')) })).rejects.toThrow(
      'no',
    );
    const decide = async () => [eventOf(1, { key: 'one' }), eventOf(2, { key: 'two' })];
    expect((await up.ledger.commitAll({ decide })).map(({ appended }) => appended)).toEqual([false, true]);
    expect(await up.all()).toHaveLength(2);
  });
});

describe('read', () => {
  it('serves no event whose text, hash, place or predecessor is not what was written', async () => {
    await up.ledger.append(range(6).map((n) => eventOf(n)));
    const whole = (await up.records.findById(4).lean())!;
    const { text } = whole;
    const { hash } = (await up.records.findById(3).lean())!;
    const wrongs = [{ text: text.replace('tester', 'Tester') }, { hash }, { text: '{}' }];
    for (const wrong of wrongs) {
      await up.records.collection.updateOne({ _id: 4 as never }, { $set: wrong });
      await expect(up.all()).rejects.toMatchObject({ name: 'LedgerDamaged', sequence: 4 });
      await up.records.collection.replaceOne({ _id: 4 as never }, whole);
    }
    await up.records.deleteOne({ _id: 2 });
    await expect(up.all()).rejects.toMatchObject({ name: 'LedgerDamaged', sequence: 2 });
    expect(await collect(up.ledger.read({ after: 4, upTo: 5 }))).toMatchObject([{ sequence: 5 }]);
  });
});
