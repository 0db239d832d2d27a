import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FormattedExecutionResult } from 'graphql';
import { gatewaySettings, readGatewayConfig } from '../../gateway/config';
import { localLink } from '../../gateway/link/localLink';
import { DownstreamError } from '../../gateway/link/downstreamError';
import type { SubgraphLink } from '../../gateway/link/subgraphLink';
import { createGatewayMetrics, type GatewayMetrics } from '../../gateway/metrics/gatewayMetrics';
import { type Gateway, type GatewayParts, startGateway } from '../../gateway/server';
import { mustCompose } from '../../gateway/supergraph/compose';
import { readSettings } from '../../shared/config/settings';
import type { DatabaseTarget } from '../../shared/mongo/databaseTarget';
import type { Logger } from '../../shared/logger/logger';
import type { SubgraphRequest } from '../../shared/subgraph/runSubgraph';
import { eventually } from './eventually';
import { sdls, startSubgraph, type SubgraphName } from './gatewaySubgraphs';
import { type TestIssuer, testIssuer } from './gatewayTokens';
import { keptLog } from './keptLog';
import { replaceFile } from './replaceFile';

export interface Answer extends FormattedExecutionResult {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly codes: readonly unknown[];
}

export interface AskOptions {
  readonly variables?: object;
  readonly operationName?: string;
  readonly scope?: string;
  readonly token?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** A gateway over the three small subgraphs, with a real port, real tokens, and switches. */
export interface GatewayUp {
  readonly url: string;
  readonly folder: string;
  readonly issuer: TestIssuer;
  readonly gateway: Gateway;
  readonly metrics: GatewayMetrics;
  /** Subgraphs that do not answer while they are in here. */
  readonly down: Set<SubgraphName>;
  /** The calls to the subgraphs, in order. */
  readonly calls: (SubgraphRequest & { readonly subgraph: string })[];
  /** Answers in place of a subgraph's own, while they are in here. */
  readonly answers: Map<SubgraphName, (request: SubgraphRequest) => FormattedExecutionResult>;
  ask(query: string, options?: AskOptions): Promise<Answer>;
  /**
   * Replaces a file that the gateway follows, and waits until it has taken or rejected the new content. `what` is the
   * file's name in the log, such as `policy file`. Only for a gateway whose logger was not given.
   */
  replaceFollowed(what: string, file: string, content: string): Promise<void>;
  close(): Promise<void>;
}

/** As the environment says, so that the tests of one executor are those of the other too: `CORDON_EXECUTOR=stock`. */
const { executor, savings, overrideLabels } = gatewaySettings;
export const executorConfig = readSettings({ executor, savings, overrideLabels }, process.env);

let composed: string | undefined;
/** Composed once for a test file. */
const supergraphSdl = () => (composed ??= mustCompose(sdls).supergraphSdl);

export const everyScope = 'attribution:read secret:read sealed:read audit:read legal:read sanctions:write';

export async function gatewayUp(
  config: Partial<GatewayParts['config']> = {},
  links?: SubgraphLink[],
  database?: DatabaseTarget,
  given?: Logger,
): Promise<GatewayUp> {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-gateway-'));
  const issuer = await testIssuer();
  writeFileSync(join(folder, 'jwks.json'), issuer.jwks);
  writeFileSync(join(folder, 'supergraph.graphql'), supergraphSdl());
  const switches = { down: new Set<SubgraphName>(), calls: [] as GatewayUp['calls'], answers: new Map() };
  const metrics = createGatewayMetrics();
  const log = keptLog();
  const defaults = readGatewayConfig({
    PORT: '0',
    CORDON_JWKS: join(folder, 'jwks.json'),
    CORDON_SUPERGRAPH: join(folder, 'supergraph.graphql'),
    CORDON_LINK_SECRET: 'x'.repeat(32),
  });
  const gateway = await startGateway({
    config: {
      ...defaults,
      // A busy machine takes long for an answer that a test waits for.
      requestTimeoutMs: 120_000,
      ...executorConfig,
      ...config,
    },
    metrics,
    links: links ?? (await localLinks(switches)),
    database,
    logger: given ?? log.logger,
  }).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  return {
    ...switches,
    metrics,
    url: gateway.url,
    folder,
    issuer,
    gateway,
    ask: async (query, { scope = everyScope, token, ...options } = {}) =>
      ask(gateway.url, query, { ...options, token: token ?? (await issuer.sign({ scope })) }),
    async replaceFollowed(what, file, content) {
      const reloads = () => log.count(new RegExp(`^(a|the) new ${what} is (in force|rejected)`));
      const before = reloads();
      replaceFile(file, content);
      await eventually(() => reloads() > before);
    },
    async close() {
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Switches = Pick<GatewayUp, 'down' | 'calls' | 'answers'>;

function localLinks(switches: Switches): Promise<SubgraphLink[]> {
  const names = Object.keys(sdls) as SubgraphName[];
  return Promise.all(
    names.map(async (name) => {
      const link = localLink(await startSubgraph(name, ['test-case']), { timeoutMs: 120_000 });
      const must = () => {
        if (switches.down.has(name))
          throw new DownstreamError(name, 'ECONNREFUSED http://10.0.0.7:4001/graphql');
      };
      return {
        ...link,
        async execute(request, call) {
          switches.calls.push({ ...request, subgraph: name });
          must();
          return switches.answers.get(name)?.(request) ?? link.execute(request, call);
        },
        async health() {
          must();
          return link.health();
        },
      } satisfies SubgraphLink;
    }),
  );
}

export async function ask(
  url: string,
  query: string,
  options: Omit<AskOptions, 'scope'> = {},
): Promise<Answer> {
  const {
    variables,
    operationName,
    token,
    headers,
    body = JSON.stringify({ query, variables, operationName }),
  } = options;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body,
  });
  const text = await response.text();
  const json = withoutRequestIds(
    JSON.parse(text) as FormattedExecutionResult,
    response.headers.get('x-request-id'),
  );
  const codes = (json.errors ?? []).map((error) => error.extensions?.['code']);
  return { ...json, status: response.status, text, headers: response.headers, codes };
}

/**
 * Takes the id of the request out of each error of a gateway's answer: it differs from one request to the next.
 * @throws Error where one has another id, or none
 */
export function withoutRequestIds(
  result: FormattedExecutionResult,
  requestId: string | null,
): FormattedExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    const { requestId: its, ...extensions } = error.extensions ?? {};
    if (its !== requestId) throw new Error(`an error names the request ${String(its)}, not ${requestId}`);
    return { ...error, message: error.message.replace(` (request ${requestId})`, ''), extensions };
  });
  return { ...result, errors };
}
