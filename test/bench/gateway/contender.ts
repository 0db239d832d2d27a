import type { MemoisedSubgraph } from './memoisedSubgraph';
import { processorTimeOf, type Requests } from './processorTime';
import type { RunningGateway } from './runningGateway';
import { shopQuery, shopVariants } from './shopGraph';

/** A gateway as it is asked, and what was measured of it. */
export interface Contender {
  readonly name: string;
  readonly gateway: RunningGateway;
  /** Tokens, in turn over the connections. */
  readonly callers: readonly string[];
  /** Processor time a request, by round. */
  readonly milliseconds: number[];
  rssMiB: number;
  /** Calls to subgraphs for one request when there is no other. */
  callsAlone: number;
  /** Calls to subgraphs for one request under load, by round. */
  readonly callsUnderLoad: number[];
}

/** A gateway of which nothing was measured yet. */
export const contenderOf = (
  gateway: RunningGateway,
  name: string,
  callers: readonly string[],
): Contender => ({
  name,
  gateway,
  callers,
  milliseconds: [],
  rssMiB: 0,
  callsAlone: 0,
  callsUnderLoad: [],
});

/** One round. */
export interface Load extends Requests {
  readonly subgraphs: readonly MemoisedSubgraph[];
}

/** Until then V8 compiles: what a gateway costs in its first seconds is not what it costs. */
const warmRounds = 6;

/** Has every variant planned and every answer of subgraphs known, and counts the calls of one request. */
export async function warm(contender: Contender, load: Load): Promise<void> {
  for (let variant = 0; variant < shopVariants; variant++) await ask(contender, variant);
  const before = callsOf(load);
  await ask(contender, 0);
  contender.callsAlone = callsOf(load) - before;
  for (let round = 0; round < warmRounds; round++) await measure(contender, load);
  contender.milliseconds.length = 0;
  contender.callsUnderLoad.length = 0;
}

const callsOf = ({ subgraphs }: Load) => subgraphs.reduce((sum, { calls }) => sum + calls, 0);

/** Measures one round. */
export async function measure(contender: Contender, load: Load): Promise<void> {
  const before = callsOf(load);
  const { milliseconds, rssMiB } = await processorTimeOf(contender.gateway, load, (request, connection) =>
    ask(contender, request % shopVariants, connection),
  );
  contender.milliseconds.push(milliseconds);
  contender.callsUnderLoad.push((callsOf(load) - before) / load.requests);
  contender.rssMiB = Math.max(contender.rssMiB, rssMiB);
}

async function ask({ name, gateway, callers }: Contender, variant: number, connection = 0): Promise<void> {
  const response = await gateway.pool.request({
    method: 'POST',
    path: '/graphql',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${callers[connection % callers.length]}`,
    },
    body: JSON.stringify({ query: shopQuery(variant) }),
  });
  const text = await response.body.text();
  if (response.statusCode !== 200 || text.includes('"errors"'))
    throw new Error(`${name}: ${text.slice(0, 300)}`);
}
