import { gatewaySettings } from '../../gateway/config';
import { optionalText } from '../../shared/config/kinds';
import { type ConfigOf, readSettings, setting, type SettingTable } from '../../shared/config/settings';

/**
 * The claims that a token must have, and the trusted keys: the development keys where no JWKS is configured.
 */
export const tokenTerms = {
  host: gatewaySettings.host,
  port: gatewaySettings.port,
  issuers: gatewaySettings.issuers,
  issuer: gatewaySettings.issuer,
  audience: gatewaySettings.audience,
  operatorRoles: gatewaySettings.operatorRoles,
  jwks: setting({
    env: 'CORDON_JWKS',
    schema: optionalText(),
    byDefault: 'development keys in the data folder, made at first start',
    description: 'The public keys that tokens are verified with: the path or URL of a JSON Web Key Set.',
  }),
} satisfies SettingTable;

export function readTokenTerms(env: NodeJS.ProcessEnv): ConfigOf<typeof tokenTerms> {
  return readSettings(tokenTerms, env);
}
