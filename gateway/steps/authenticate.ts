import type { FastifyRequest } from 'fastify';
import type { DpopVerifier } from '../tokens/dpop';
import { readPresentedToken } from '../tokens/presentedToken';
import type { Revocations } from '../tokens/revocations';
import { checkBinding } from '../tokens/tokenBinding';
import type { VerifiedToken } from '../tokens/verifiedToken';
import type { TokenVerifier } from '../tokens/verifyToken';

export interface AuthenticateParts {
  readonly verifier: TokenVerifier;
  readonly dpop: DpopVerifier;
  readonly revocations: Revocations;
}

/**
 * Returns the caller's token: verified, presented by its holder, and not revoked. Throws UNAUTHENTICATED, or
 * KEYS_UNAVAILABLE or REVOCATIONS_UNAVAILABLE where that cannot be known.
 */
export async function authenticate(
  request: FastifyRequest,
  { verifier, dpop, revocations }: AuthenticateParts,
): Promise<VerifiedToken> {
  const presented = readPresentedToken(request.headers);
  const verified = await verifier.verify(presented.token);
  await revocations.check(verified);
  await checkBinding(request, presented, verified, dpop);
  return verified;
}
