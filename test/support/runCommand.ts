import { main } from '../../cli/main';
import { cli, environment } from './runCordon';

/** What a command of the CLI gave. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** The commands that were a process in this test file already, such as `ledger verify`. */
const seen = new Set<string>();

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs a command of the CLI to its end, one at a time. The first run of each command in a test file is a process, as its
 * users' is. Those that follow run in this process: starting one takes ten times as long as most commands do.
 */
export function runCommand(args: readonly string[], env: Environment): Promise<CommandResult> {
  const name = args.slice(0, 2).join(' ');
  const isFirst = !seen.has(name);
  seen.add(name);
  const ran = last.then(() => (isFirst ? cli : runHere)(args, env));
  last = ran.catch(() => undefined);
  return ran;
}

async function runHere(args: readonly string[], env: Environment): Promise<CommandResult> {
  const before = process.env;
  const [stdout, stderr] = [capture(process.stdout), capture(process.stderr)];
  process.env = environment(env);
  process.exitCode = undefined;
  try {
    await main(args);
    return { code: exitCode(), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    process.exitCode = undefined;
    process.env = before;
    stdout.release();
    stderr.release();
  }
}

const exitCode = () => Number(process.exitCode ?? 0);

/** Takes what is written to a stream, until it is released. */
function capture(stream: NodeJS.WriteStream) {
  const pieces: Buffer[] = [];
  const write = stream.write;
  const listeners = new Set(stream.eventNames().flatMap((name) => stream.listeners(name)));
  stream.write = (piece: string | Uint8Array, ...rest: unknown[]) => {
    pieces.push(Buffer.from(piece));
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
  return {
    text: () => Buffer.concat(pieces).toString(),
    release() {
      stream.write = write;
      // A command listens until its process ends.
      for (const name of stream.eventNames())
        for (const added of stream.listeners(name))
          if (!listeners.has(added)) stream.off(name, added as () => void);
    },
  };
}
