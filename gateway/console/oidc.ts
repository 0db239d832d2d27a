import type { GatewayConfig } from '../config';
import type { ConsoleOptions } from './serveConsole';

/** The provider that the console signs in with, where both its issuer and the client id are configured. */
export function oidcOf({
  oidcIssuer,
  oidcClient,
}: Partial<Pick<GatewayConfig, 'oidcIssuer' | 'oidcClient'>>): ConsoleOptions['oidc'] {
  return oidcIssuer && oidcClient ? { issuer: oidcIssuer, client: oidcClient } : undefined;
}
