import { ConfigError } from '../../shared/config/settings';
import type { Logger } from '../../shared/logger/logger';
import type { GatewayConfig } from '../config';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import { type DpopVerifier, dpopVerifier, type ProofStore } from './dpop';
import { asymmetricAlgorithms, type Issuer, parseIssuerFile } from './issuerFile';
import { type FollowedFile, followFile, type FollowOptions } from '../watch/followFile';
import { memoryProofs } from './memoryProofs';
import type { RevocationsStore } from './revocations.store';
import { noRevocations, openRevocations, type Revocations } from './revocations';
import { type TokenVerifier, tokenVerifier } from './verifyToken';

export type TokenConfig = Pick<
  GatewayConfig,
  'issuers' | 'jwks' | 'issuer' | 'audience' | 'operatorRoles' | 'maxTokenLife' | 'publicUrl'
>;

/** The stores of tokens that all gateways of a deployment share. */
export interface TokenStores {
  readonly proofs: ProofStore;
  readonly revocations: RevocationsStore;
}

/** The parts that check tokens. */
export interface Tokens {
  readonly verifier: TokenVerifier;
  readonly dpop: DpopVerifier;
  readonly revocations: Revocations;
  close(): void;
}

/**
 * Opens what tokens are checked with. Without a store nothing can be revoked, and DPoP proofs are remembered in this
 * process. Rejects with ConfigError, with YamlFileError for a wrong issuer file, and where the store does not answer.
 */
export async function openTokens(
  config: TokenConfig,
  store: TokenStores | undefined,
  { logger, metrics }: { readonly logger: Logger; readonly metrics: GatewayMetrics },
): Promise<Tokens> {
  const { operatorRoles, maxTokenLife: maxLifeSeconds, publicUrl } = config;
  const issuers = followIssuers(config, {
    changed: (list) => verifier.setIssuers(list),
    logger,
    onReload: metrics.reloaded('issuers'),
  });
  const onVerified = (by: string) => metrics.verifiedTokens.inc({ by });
  const verifier = tokenVerifier({
    issuers: issuers.current(),
    operatorRoles,
    maxLifeSeconds,
    logger,
    onVerified,
  });
  // Last: while the store is waited for, a change of the issuer file already finds the verifier.
  const revocations = store ? await openRevocations(store.revocations, logger) : noRevocations;
  return {
    verifier,
    dpop: dpopVerifier({ publicUrl, proofs: store?.proofs ?? memoryProofs() }),
    revocations,
    close() {
      issuers.close();
      verifier.close();
      revocations.close();
    },
  };
}

/** The issuers of the issuer file, which is followed, or the one that CORDON_JWKS, CORDON_ISSUER and CORDON_AUDIENCE describe. */
function followIssuers(
  { issuers, jwks, issuer, audience }: TokenConfig,
  options: Pick<FollowOptions<readonly Issuer[]>, 'changed' | 'logger' | 'onReload'>,
): Pick<FollowedFile<readonly Issuer[]>, 'current' | 'close'> {
  if (issuers !== undefined && jwks !== undefined)
    throw new ConfigError('CORDON_JWKS: CORDON_ISSUERS names the keys already: give one of them');
  if (issuers !== undefined) {
    const read = (text: string) => parseIssuerFile(issuers, text);
    return followFile({ file: issuers, read, what: 'issuer file', ...options });
  }
  if (jwks === undefined)
    throw new ConfigError(
      'CORDON_JWKS: is needed: the path or URL of a JSON Web Key Set; or CORDON_ISSUERS, for several issuers',
    );
  const described = [{ issuer, audience, jwks, algorithms: asymmetricAlgorithms }];
  return { current: () => described, close: () => undefined };
}
