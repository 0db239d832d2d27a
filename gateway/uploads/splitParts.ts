/** Cuts a stream into parts of one size; the last is what is left. A stream without bytes has no part. */
export async function* splitParts(stream: AsyncIterable<Buffer>, partBytes: number): AsyncIterable<Buffer> {
  let kept: Buffer[] = [];
  let length = 0;
  for await (let chunk of stream) {
    while (length + chunk.length >= partBytes) {
      const taken = partBytes - length;
      yield Buffer.concat([...kept, chunk.subarray(0, taken)]);
      chunk = chunk.subarray(taken);
      [kept, length] = [[], 0];
    }
    if (chunk.length === 0) continue;
    kept.push(chunk);
    length += chunk.length;
  }
  if (length > 0) yield Buffer.concat(kept);
}
