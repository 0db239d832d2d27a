import type { CallSignal } from './callEnd';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import { DeadlineError } from './deadline';
import type { LinkAnswer } from './linkAnswer';
import type { LinkOptions } from './linkOptions';
import type { SubgraphCall } from './subgraphLink';

/** Makes a call, with the headers of the trace that it belongs to. */
export type ObserveCall = (
  signal: CallSignal,
  call: SubgraphCall,
  send: (call: SubgraphCall) => Promise<LinkAnswer>,
) => Promise<LinkAnswer>;

/** Counts and traces each call to a subgraph, however many requests wait for it. */
export function callObserver(
  subgraph: string,
  { metrics, tracing }: Pick<LinkOptions, 'metrics' | 'tracing'>,
): ObserveCall {
  const counts = metrics && linkCounts(metrics, subgraph);
  return async (signal, call, send) => {
    const span = tracing?.start(`call ${subgraph}`, {
      kind: 'client',
      parent: call.headers,
      attributes: { 'cordon.subgraph': subgraph },
    });
    const began = performance.now();
    try {
      const answer = await send(span ? { ...call, headers: { ...call.headers, ...span.headers } } : call);
      counts?.answered.inc();
      span?.end();
      return answer;
    } catch (error) {
      const ended = signal.aborted && !(signal.reason instanceof DeadlineError);
      const outcome = ended ? 'ended' : 'unavailable';
      counts?.[outcome].inc();
      span?.fail(outcome);
      throw error;
    } finally {
      counts?.seconds.observe((performance.now() - began) / 1_000);
    }
  };
}

/** The metrics of one link, with their labels looked up once. */
const linkCounts = (metrics: GatewayMetrics, subgraph: string) => ({
  answered: metrics.subgraphCalls.labels({ subgraph, outcome: 'answered' }),
  unavailable: metrics.subgraphCalls.labels({ subgraph, outcome: 'unavailable' }),
  ended: metrics.subgraphCalls.labels({ subgraph, outcome: 'ended' }),
  seconds: metrics.subgraphCallSeconds.labels({ subgraph }),
});
