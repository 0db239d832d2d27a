import { requestMetrics } from './requestMetrics';
import { noSavingsYet, type SavingsCounts } from './savings';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The gateway's metrics, in Prometheus' terms. Each process has one; operators rely on the names. */
export type GatewayMetrics = ReturnType<typeof createGatewayMetrics>;

const subgraph = ['subgraph'] as const;

/** @param registry where they are added: the subgraphs of one process add theirs there, too */
export function createGatewayMetrics(registry = new Registry()) {
  const registers = [registry];
  const savingsCounts = noSavingsYet();
  countSavings(savingsCounts, registers);
  return {
    registry,
    /** The compiled executor adds to it. */
    savingsCounts,
    ...requestMetrics(registers),
    reloaded: reloadMetric(registers),
    subgraphCalls: new Counter({
      name: 'cordon_subgraph_calls_total',
      help: 'Calls to subgraphs by outcome: answered, unavailable, or ended because no request waited any more.',
      labelNames: ['subgraph', 'outcome'] as const,
      registers,
    }),
    subgraphCallSeconds: new Histogram({
      name: 'cordon_subgraph_call_seconds',
      help: 'Time in which subgraphs answer a call, retries included.',
      labelNames: subgraph,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    sharedCalls: new Counter({
      name: 'cordon_subgraph_calls_shared_total',
      help: 'Calls that were not made because an equal one of the same caller was under way (CORDON_SHARE_CALLS).',
      labelNames: subgraph,
      registers,
    }),
    retriedCalls: new Counter({
      name: 'cordon_subgraph_calls_retried_total',
      help: 'Calls that were made again after a broken connection or a 502, 503 or 504.',
      labelNames: subgraph,
      registers,
    }),
    ejectedReplicas: new Gauge({
      name: 'cordon_subgraph_replicas_left_out',
      help: 'Replicas that are not called at present because they failed.',
      labelNames: subgraph,
      registers,
    }),
    redisUnavailable: new Gauge({
      name: 'cordon_redis_unavailable',
      help: '1 while the Redis of CORDON_REDIS_URL does not answer and this gateway counts for itself; else 0.',
      registers,
    }),
    verifiedTokens: new Counter({
      name: 'cordon_tokens_verified_total',
      help: 'Tokens that were accepted, by how: signature (verified), or memory (verified before).',
      labelNames: ['by'] as const,
      registers,
    }),
  };
}

/** The files that the gateway follows. */
type FollowedFile = 'supergraph' | 'partners' | 'policies' | 'issuers' | 'certificate';

function reloadMetric(registers: Registry[]) {
  const rejected = new Gauge({
    name: 'cordon_reload_refused',
    help: '1 where the file in place is rejected: an older one is in force; else 0.',
    labelNames: ['file'] as const,
    registers,
  });
  return (file: FollowedFile) => {
    rejected.set({ file }, 0);
    return (isRejected: boolean) => rejected.set({ file }, isRejected ? 1 : 0);
  };
}

function countSavings(counts: SavingsCounts, registers: Registry[]): void {
  new Counter({
    name: 'cordon_executor_savings_total',
    help: 'Fetches that the compiled executor saved (CORDON_SAVINGS): equal representations of a fetch, entities known in the request, calls that were part of another one, equal root fields.',
    labelNames: ['saving'] as const,
    registers,
    collect() {
      this.reset();
      this.inc({ saving: 'representations' }, counts.equalRepresentations);
      this.inc({ saving: 'entities' }, counts.knownEntities);
      this.inc({ saving: 'waves' }, counts.mergedCalls);
      this.inc({ saving: 'roots' }, counts.equalRootFields);
    },
  });
}
