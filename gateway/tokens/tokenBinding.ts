import type { TLSSocket } from 'node:tls';
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { DpopVerifier } from './dpop';
import type { PresentedToken } from './presentedToken';
import { unauthenticated } from './unauthenticated';
import type { VerifiedToken } from './verifiedToken';

/** The confirmation methods that are enforced: another one is rejected, since it would bind nothing. */
const enforced: readonly string[] = ['jkt', 'x5t#S256'];

/**
 * Checks that the presenter of a bound token holds its key. The proof is a DPoP proof (`cnf.jkt`), or the
 * certificate of a mutual TLS connection that the gateway terminates (`cnf.x5t#S256`, RFC 8705). Throws
 * UNAUTHENTICATED.
 */
export async function checkBinding(
  request: FastifyRequest,
  { token, scheme }: PresentedToken,
  { confirmation }: Pick<VerifiedToken, 'confirmation'>,
  dpop: DpopVerifier,
): Promise<void> {
  const unknown = Object.keys(confirmation).filter((method) => !enforced.includes(method));
  if (unknown.length > 0)
    throw unauthenticated(
      `The token is bound in a way that is not enforced here: cnf.${unknown.join(', ')}.`,
    );
  const { jkt, 'x5t#S256': certificate } = confirmation;
  if (jkt === undefined && scheme === 'dpop')
    throw unauthenticated('The token is not bound to a key: it has no cnf.jkt.', 'DPoP');
  if (jkt !== undefined) {
    if (scheme !== 'dpop')
      throw unauthenticated('The token is bound to a key: send it as DPoP, with a proof.', 'DPoP');
    await dpop.verify(request, token, jkt);
  }
  if (certificate !== undefined && certificateDigest(request) !== certificate)
    throw unauthenticated('The token is bound to a client certificate that this connection does not have.');
}

/** SHA-256 of the client's certificate in DER, base64url; undefined where the connection has none. */
function certificateDigest({ raw: { socket } }: FastifyRequest): string | undefined {
  const der = 'getPeerCertificate' in socket ? (socket as TLSSocket).getPeerCertificate().raw : undefined;
  return der === undefined ? undefined : createHash('sha256').update(der).digest('base64url');
}
