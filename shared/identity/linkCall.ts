import { createHash } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { type Identity, identitySchema } from './identity';

/** The header that carries a signed call from the gateway to a subgraph. */
export const linkCallHeader = 'x-cordon-call';

/** A call is good for this long: a link's deadline and some difference between two clocks. */
const secondsValid = 60;

export interface LinkCall {
  readonly subgraph: string;
  /** The request body as sent, byte for byte. */
  readonly body: string | Uint8Array;
}

const bodyDigest = (body: string | Uint8Array) => createHash('sha256').update(body).digest('base64url');

/** Signs one call: who asks, of which subgraph, with exactly this body, for a minute (a JWT with HS256, RFC 7519). */
export function signCall(secret: Uint8Array, call: LinkCall, caller: Identity): Promise<string> {
  return new SignJWT({ caller, body: bodyDigest(call.body) })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('cordon-gateway')
    .setAudience(`cordon-${call.subgraph}`)
    .setIssuedAt()
    .setExpirationTime(`${secondsValid}s`)
    .sign(secret);
}

/** The caller of a signed call. Throws where the signature, the subgraph, the time or the body do not fit. */
export async function verifyCall(secret: Uint8Array, call: LinkCall, signed: string): Promise<Identity> {
  const { payload } = await jwtVerify(signed, secret, {
    algorithms: ['HS256'],
    issuer: 'cordon-gateway',
    audience: `cordon-${call.subgraph}`,
    requiredClaims: ['exp', 'iat'],
    clockTolerance: 5,
  });
  if (payload['body'] !== bodyDigest(call.body)) throw new Error('the call was signed for another body');
  return identitySchema.parse(payload['caller']);
}
