import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localLink } from '../../gateway/link/localLink';
import type { GatewayParts } from '../../gateway/server';
import { mustCompose } from '../../gateway/supergraph/compose';
import type { Subgraph } from '../../shared/subgraph/runSubgraph';
import { type GatewayUp, gatewayUp } from './gatewayUp';
import { temporaryFolder } from './temporaryFolder';

/** A gateway over one subgraph and its SDL, which is the whole supergraph. */
export function startGatewayOver(
  subgraph: Subgraph,
  sdl: string,
  config: Partial<GatewayParts['config']> = {},
): Promise<GatewayUp> {
  const supergraph = join(temporaryFolder(), 'supergraph.graphql');
  writeFileSync(supergraph, mustCompose({ [subgraph.name]: sdl }).supergraphSdl);
  const link = localLink(subgraph, { timeoutMs: 120_000 });
  return gatewayUp({ supergraph, ...config }, [{ ...link, close: async () => undefined }]);
}
