import { type Options, SingleBar } from 'cli-progress';

/** A bar on stderr, begun; undefined where nobody watches. `values` are those that the format names beside its own. */
export function progressBar(
  format: Exclude<Options['format'], undefined>,
  total = 0,
  values: Readonly<Record<string, number | string>> = {},
): SingleBar | undefined {
  if (!process.stderr.isTTY) return undefined;
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true });
  bar.start(total, 0, values);
  return bar;
}
