import { join } from 'node:path';
import type { GatewayProcess } from './runningGateway';

/** The options of Node with which `Dockerfile` starts a gateway. */
export const deployedNodeOptions = ['--max-semi-space-size=32'];

/** Cordon's gateway as a fleet runs it: tokens are verified and calls are signed. The folder has its supergraph and keys. */
export const cordonGateway = (folder: string): GatewayProcess => ({
  name: 'cordon',
  file: join(process.cwd(), 'dist', 'gateway', 'main.js'),
  nodeOptions: deployedNodeOptions,
  env: {
    CORDON_SUPERGRAPH: join(folder, 'supergraph.graphql'),
    CORDON_JWKS: join(folder, 'jwks.json'),
    CORDON_LINK_SECRET: 'a secret of the bench, 32 characters or more',
    CORDON_RATE_LIMIT: '1000000000',
    CORDON_ADDRESS_RATE_LIMIT: '1000000000',
    CORDON_LOG_LEVEL: 'error',
  },
});
