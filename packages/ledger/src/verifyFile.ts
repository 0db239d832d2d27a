import { createReadStream } from 'node:fs';
import { ChainCheck, type Signed, type Verification } from './chainCheck';
import { checkedLine } from './exportedLine';

/** Read ahead in pieces of this size. */
const pieceBytes = 4 * 1024 * 1024;

/** No event is longer (`prepareEvent`); what goes on and on without an end of line is not kept in memory. */
const maxLineBytes = 16 * 1024 * 1024;

const newline = 0x0a;

/** Verifies an exported ledger, a file of one event a line, without a store. It streams: memory does not grow with the file. */
export async function verifyFile(file: string, checkpoints: readonly Signed[]): Promise<Verification> {
  const check = new ChainCheck(checkpoints);
  let rest: Buffer = Buffer.alloc(0);
  const stream = createReadStream(file, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>;
  for await (const piece of stream) {
    rest = takeLines(rest.length === 0 ? piece : Buffer.concat([rest, piece]), check);
    if (rest.length > maxLineBytes) check.fail(check.due, `line ${check.due} is longer than any event`);
    if (check.hasFailed) return check.result();
  }
  // The last line may have lost its end to a kill or a full disk: what is cut short has no hash that fits.
  if (rest.length > 0) check.take(checkedLine(rest));
  return check.result();
}

/** Takes the whole lines of a piece, up to one that is bad; returns what is left of the last. */
function takeLines(piece: Buffer, check: ChainCheck): Buffer {
  let from = 0;
  for (let end = piece.indexOf(newline, from); end >= 0; end = piece.indexOf(newline, from)) {
    if (!check.take(checkedLine(piece.subarray(from, end)))) break;
    from = end + 1;
  }
  return piece.subarray(from);
}
