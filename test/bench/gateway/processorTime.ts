import type { RunningGateway } from './runningGateway';

/** The number of requests, and of concurrent ones. */
export interface Requests {
  readonly requests: number;
  /** Each asks one request after another. */
  readonly connections: number;
}

/** Returns the processor time of a gateway for one request, in milliseconds, and its resident memory after them, in MiB. */
export async function processorTimeOf(
  gateway: RunningGateway,
  { requests, connections }: Requests,
  ask: (request: number, connection: number) => Promise<void>,
): Promise<{ readonly milliseconds: number; readonly rssMiB: number }> {
  const before = await gateway.usage();
  let next = 0;
  const client = async (_: unknown, connection: number) => {
    while (next < requests) await ask(next++, connection);
  };
  await Promise.all(Array.from({ length: connections }, client));
  const after = await gateway.usage();
  const micro = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system;
  return { milliseconds: micro / 1_000 / requests, rssMiB: after.rss / 2 ** 20 };
}
