import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Signed } from '../../src/chainCheck';
import { lineOf } from '../../src/exportedLine';
import { genesis, type Head, type NewEvent } from '../../src/ledgerEvent';
import { MerkleTree } from '../../src/merkle';
import { openEvent, prepareEvent, sealEvent } from '../../src/sealedEvent';
import { verifyFile } from '../../src/verifyFile';

const folder = mkdtempSync(join(tmpdir(), 'cordon-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const approval = { approver: 'checker', at: '2024-01-01T00:00:00.000Z', digest: 'a'.repeat(64) };
const eventOf = (n: number, maker = 'maker'): NewEvent => ({
  happenedAt: '2024-01-01T00:00:00.000Z',
  type: 'NOTED',
  maker,
  payload: {
    n,
    text: 'Ölfaß “quoted” \\ \u{1f600}\n',
    hash: 'x'.repeat(n),
    list: [null, true, { b: '', a: -1 }],
  },
  ...(n % 3 === 0 ? { key: `key "${n}"` } : {}),
  ...(n % 4 === 0 ? { approvals: [approval] } : {}),
});

/** The lines of a ledger, and a checkpoint over all of them. */
function ledgerOf(size: number, maker?: string) {
  let head: Head = genesis;
  const tree = new MerkleTree();
  const lines = Array.from({ length: size }, (_, n) => {
    const sealed = sealEvent(prepareEvent(eventOf(n, maker)), head, new Date('2024-02-01T00:00:00Z'));
    head = sealed;
    tree.add(sealed.hash);
    return lineOf({ text: Buffer.from(sealed.text), hash: sealed.hash });
  });
  const signed: Signed = {
    sequence: size,
    hash: head.hash,
    root: tree.root(),
    at: 'then',
    leaves: 'rfc6962',
  };
  return { lines, signed, head };
}

async function verify(content: string | Buffer, checkpoints: readonly Signed[] = []) {
  const file = join(folder, 'ledger.jsonl');
  writeFileSync(file, content);
  return verifyFile(file, checkpoints);
}

const { lines, signed, head } = ledgerOf(13);
const text = `${lines.join('\n')}\n`;
const bytes = Buffer.from(text);
/** The sequence of the event that a byte of the file belongs to. */
const sequenceAt = (at: number) => bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;

it('a whole file is ok, with and without the end of its last line', async () => {
  const whole = { ok: true, events: 13, head: head.hash, firstBadSequence: null, reason: null };
  expect(await verify(text, [signed])).toEqual(whole);
  expect(await verify(text.trimEnd())).toEqual(whole);
  expect(await verify('')).toEqual({ ...whole, events: 0, head: null });
  expect(
    openEvent(
      ...(JSON.parse(`[${JSON.stringify(lines[3]!.replace(/,"hash":"\w{64}"\}$/, '}'))},"h"]`) as [
        string,
        string,
      ]),
    ),
  ).toMatchObject({
    ...eventOf(3),
    sequence: 4,
  });
});

it('every bit of every byte counts: one that is flipped is found, at its event', async () => {
  for (let at = 0; at < bytes.length - 1; at += 23) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1 << (at % 8);
    const found = await verify(changed);
    expect([at, found.ok]).toEqual([at, false]);
    expect(Math.abs(found.firstBadSequence! - sequenceAt(at))).toBeLessThanOrEqual(1);
  }
});

it('any edit, of any length, is found, at its event or one beside it', async () => {
  const edits = fc.record({
    at: fc.integer({ min: 0, max: bytes.length - 2 }),
    removed: fc.integer({ min: 0, max: 5 }),
    inserted: fc.oneof(fc.string({ maxLength: 5 }), fc.stringMatching(/^[0-9a-z",{}:]{0,4}$/)),
  });
  await fc.assert(
    fc.asyncProperty(edits, async ({ at, removed, inserted }) => {
      const end = Math.min(at + removed, bytes.length - 1);
      const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(inserted), bytes.subarray(end)]);
      fc.pre(!changed.equals(bytes));
      const found = await verify(changed);
      expect(found.ok).toBe(false);
      expect(Math.abs(found.firstBadSequence! - sequenceAt(at))).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});

it('lines that are removed, doubled or moved are found', async () => {
  const picks = fc.array(fc.integer({ min: 0, max: lines.length - 1 }), { maxLength: lines.length + 2 });
  await fc.assert(
    fc.asyncProperty(picks, async (order) => {
      fc.pre(order.join() !== [...lines.keys()].join());
      const found = await verify(order.map((n) => `${lines[n]}\n`).join(''), [signed]);
      const good = [...order, NaN].findIndex((n, at) => n !== at);
      expect(found).toMatchObject({ ok: false, events: good, firstBadSequence: good + 1 });
    }),
    { numRuns: 100 },
  );
});

it('a ledger that was written anew, with hashes that fit, is found only by a checkpoint', async () => {
  const other = ledgerOf(15, 'somebody else');
  const rewritten = `${other.lines.join('\n')}\n`;
  expect(await verify(rewritten)).toMatchObject({ ok: true, events: 15 });
  expect(await verify(rewritten, [signed])).toMatchObject({ ok: false, firstBadSequence: 13 });
  const wrongRoot = { ...signed, root: other.signed.root };
  expect(await verify(text, [wrongRoot])).toMatchObject({ ok: false, firstBadSequence: 13 });
});

it('the first of several checkpoints that does not fit says where', async () => {
  const early = ledgerOf(5).signed;
  expect(await verify(text, [signed, early])).toMatchObject({ ok: true });
  const other = ledgerOf(5, 'somebody else').signed;
  expect(await verify(text, [signed, other])).toMatchObject({ ok: false, firstBadSequence: 5 });
  expect(await verify('', [signed, early])).toMatchObject({ ok: false, events: 0, firstBadSequence: 1 });
});

it('an event that was recorded before the one before it is found, though its hashes fit', async () => {
  const first = sealEvent(prepareEvent(eventOf(1)), genesis, new Date('2024-02-02T00:00:00Z'));
  const earlier = { ...first, recordedAt: '2024-01-01T00:00:00.000Z' };
  const second = sealEvent(prepareEvent(eventOf(2)), earlier, new Date('2024-02-01T00:00:00Z'));
  const both = [first, second].map((one) => `${lineOf({ text: Buffer.from(one.text), hash: one.hash })}\n`);
  expect(await verify(both.join(''))).toMatchObject({ ok: false, events: 1, firstBadSequence: 2 });
});

it('what has no end of line is not kept in memory', async () => {
  const found = await verify(Buffer.alloc(40 * 1024 * 1024, 97));
  expect(found).toMatchObject({ ok: false, firstBadSequence: 1, reason: expect.stringContaining('longer') });
});
