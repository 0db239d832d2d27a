import type { Tracing } from '../../shared/tracing/tracing';
import type { GatewayConfig } from '../config';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import { CallsUnderWay } from './callsUnderWay';
import { httpLink } from './httpLink';
import type { LinkOptions } from './linkOptions';
import type { SubgraphLink } from './subgraphLink';

/** Returns the options that all links of one gateway share. */
export function linkOptions(
  { linkTimeoutMs, shareCalls }: Pick<GatewayConfig, 'linkTimeoutMs' | 'shareCalls'>,
  metrics: GatewayMetrics,
  tracing?: Tracing,
): LinkOptions {
  const callsUnderWay = shareCalls === 'on' ? new CallsUnderWay() : undefined;
  return { timeoutMs: linkTimeoutMs, callsUnderWay, metrics, tracing };
}

/** Opens a link over HTTP to each subgraph, by its URLs. */
export function openHttpLinks(
  urls: ReadonlyMap<string, readonly string[]>,
  secretFor: (subgraph: string) => string | undefined,
  options: LinkOptions,
): readonly SubgraphLink[] {
  return [...urls].map(([name, those]) =>
    httpLink({ ...options, name, urls: those, secret: secretFor(name) }),
  );
}
