import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checkpoint } from '../../src/checkpoint';
import { checkpointSigner } from '../../src/checkpointKey';
import { readCheckpoint } from '../../src/checkpointNote';
import { problemOfProof, readProof } from '../../src/proof';
import { verifyFile } from '../../src/verifyFile';
import { olderCheckpoint, olderLines, olderProof } from '../support/olderLedger';

const keys = [checkpointSigner('7'.repeat(64)).publicJwk];
const known = { ledger: 'tested', keys };
const read = (text: string): Checkpoint => {
  const found = readCheckpoint(text, known);
  if ('problem' in found) throw new Error(found.problem);
  return found.checkpoint;
};

it('reads a checkpoint of the older form, with one end of line or none', () => {
  const expected = { sequence: 5, at: '2024-03-01T00:00:00.000Z', leaves: 'bare', text: olderCheckpoint };
  for (const end of ['', '\n', '\r\n']) expect(read(olderCheckpoint + end)).toMatchObject(expected);
});

it('does not count one with any character changed, of an unknown key or of another ledger', () => {
  for (let at = 0; at < olderCheckpoint.length; at++) {
    const changed = `${olderCheckpoint.slice(0, at)}${olderCheckpoint[at] === 'b' ? 'c' : 'b'}${olderCheckpoint.slice(at + 1)}`;
    expect([at, readCheckpoint(changed, known)]).toEqual([at, { problem: expect.any(String) }]);
  }
  const stranger = { ledger: 'tested', keys: [checkpointSigner('8'.repeat(64)).publicJwk] };
  expect(readCheckpoint(olderCheckpoint, stranger)).toMatchObject({
    problem: expect.stringContaining('not known here'),
  });
  expect(readCheckpoint(olderCheckpoint, { ledger: 'another', keys })).toMatchObject({
    problem: expect.stringContaining('of the ledger tested, not another'),
  });
});

it('verifies a file against one, and finds a rewritten event', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-ledger-'));
  const file = join(folder, 'ledger.jsonl');
  const verify = async (lines: readonly string[]) => {
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    return verifyFile(file, [read(olderCheckpoint)]);
  };
  expect(await verify(olderLines)).toMatchObject({ ok: true, events: 5 });
  expect(await verify(olderLines.slice(0, 4))).toMatchObject({ ok: false, firstBadSequence: 5 });
  rmSync(folder, { recursive: true });
});

it('verifies a proof that leads to one', () => {
  const proof = readProof(JSON.stringify(olderProof))!;
  expect(problemOfProof(proof, read(proof.checkpoint))).toBeUndefined();
  expect(problemOfProof({ ...proof, path: [...proof.path].reverse() }, read(proof.checkpoint))).toMatchObject(
    {
      sequence: 3,
    },
  );
});
