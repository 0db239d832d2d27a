import { openLinkKeys } from '../../shared/identity/linkKeys';
import { DownstreamError } from './downstreamError';
import type { LinkOptions } from './linkOptions';
import { openLink } from './openLink';
import { Replica } from './replica/replica';
import { ReplicaSet } from './replica/replicaSet';
import type { LinkHealth, SubgraphLink } from './subgraphLink';

export interface HttpLinkOptions extends LinkOptions {
  readonly name: string;
  /** The URLs of the calls, such as `http://127.0.0.1:4001/graphql`: one or more, each one replica. */
  readonly urls: readonly string[];
  /**
   * The secret that signs calls, 32 characters or more; undefined where the subgraph does not get the caller.
   */
  readonly secret: string | undefined;
  /** Connections to a replica at a time; further calls wait for one. */
  readonly connections?: number;
}

/** Reaches a subgraph over HTTP: kept-alive connections, signed calls, several replicas, queries that are tried again. */
export function httpLink(options: HttpLinkOptions): SubgraphLink {
  const { name, urls, secret, timeoutMs, metrics } = options;
  const key = secret === undefined ? undefined : openLinkKeys({ linkSecret: secret }).current;
  const onEjection = (isEjected: boolean) =>
    metrics?.ejectedReplicas.inc({ subgraph: name }, isEjected ? 1 : -1);
  const replicas = urls.map((url) => new Replica({ ...options, subgraph: name, url, key, onEjection }));
  const onRetry = () => metrics?.retriedCalls.inc({ subgraph: name });
  const set = new ReplicaSet({ subgraph: name, replicas, onRetry });

  return openLink(
    {
      name,
      send({ body, call, isQuery, signal, deadline }) {
        const { caller, headers = {} } = call;
        const sent = { body: Buffer.from(body), caller, headers, deadline, signal, sent: false };
        return set.execute(sent, isQuery);
      },
      async health() {
        const asked = await Promise.allSettled(replicas.map((replica) => replica.health(timeoutMs)));
        const answers = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
        const [failed] = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
        if (answers.length === 0) throw DownstreamError.from(name, failed, false);
        return healthOf(answers);
      },
      async close() {
        await Promise.all(replicas.map((replica) => replica.close()));
      },
    },
    options,
  );
}

/** A case counts where every replica that answers has it. One that says none has none, where another says some. */
function healthOf(told: readonly LinkHealth[]): LinkHealth {
  const first = told.find(({ cases }) => cases)?.cases;
  return { cases: first?.filter((name) => told.every(({ cases }) => cases?.includes(name))) };
}
