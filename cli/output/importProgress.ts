import type { ImportStep } from '../../subgraphs/sanctions/import/importStep';
import { progressBar } from './progressBar';

/** Shows on stderr what a long command is doing: a bar on a terminal, else a line for each step. */
export interface ImportProgress {
  show(step: ImportStep): void;
  /** Takes the bar away. */
  stop(): void;
}

/** The interval at which a running step is printed again where there is no terminal, in milliseconds. */
const repeatMs = 10_000;

export function importProgress(write: (text: string) => void = writeError): ImportProgress {
  const bar = progressBar('{bar} {percentage}% | {text}', 1, { text: 'starting' });
  return bar ? showInBar(bar) : showInLines(write);
}

/** Under `--json`, as in the other commands: stderr holds problems only. */
export const noProgress: ImportProgress = { show: () => undefined, stop: () => undefined };

const writeError = (text: string) => void process.stderr.write(text);

function showInBar(bar: Exclude<ReturnType<typeof progressBar>, undefined>): ImportProgress {
  return {
    show({ text, done = 0, of = 1 }) {
      bar.setTotal(Math.max(1, of));
      bar.update(done, { text });
    },
    stop: () => bar.stop(),
  };
}

function showInLines(write: (text: string) => void): ImportProgress {
  let current: ImportStep | undefined;
  const count = ({ done = 0, of = 0 }: ImportStep) => (of > 0 ? `: ${done} of ${of}` : '');
  const repeat = setInterval(() => {
    if (current) write(`still ${current.text}${count(current)}\n`);
  }, repeatMs).unref();
  return {
    show(step) {
      if (step.text !== current?.text) write(`${step.text}\n`);
      current = step;
    },
    stop: () => clearInterval(repeat),
  };
}
