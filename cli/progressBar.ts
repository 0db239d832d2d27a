import { SingleBar } from 'cli-progress';

/** A bar on the terminal, which is gone when it is stopped. `what` is its text, by cli-progress's format. */
export function progressBar(what: string, total: number): SingleBar {
  const bar = new SingleBar({
    format: `importing {bar} ${what}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0, { stored: 0, duplicates: 0, quarantined: 0 });
  return bar;
}
