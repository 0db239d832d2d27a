import { ConfigError } from '../../shared/config/settings';
import type { GatewayConfig } from '../config';
import type { ConsoleOptions } from './serveConsole';

/**
 * Returns the provider that the console signs in with; undefined where none is configured. Throws ConfigError where only one
 * of its two settings is given.
 */
export function oidcOf({
  oidcIssuer: issuer,
  oidcClient: client,
}: Pick<GatewayConfig, 'oidcIssuer' | 'oidcClient'>): ConsoleOptions['oidc'] {
  if (issuer !== undefined && client !== undefined) return { issuer, client };
  if (issuer !== undefined) throw new ConfigError('CORDON_OIDC_CLIENT: is needed beside CORDON_OIDC_ISSUER');
  if (client !== undefined) throw new ConfigError('CORDON_OIDC_ISSUER: is needed beside CORDON_OIDC_CLIENT');
  return undefined;
}
