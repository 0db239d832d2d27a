import { createHash, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { type Identity, identitySchema } from './identity';

/** The header that carries a signed call from the gateway to a subgraph. */
export const linkCallHeader = 'x-cordon-call';

/** Seconds that the clocks of two deployables may differ. */
export const clockToleranceSeconds = 5;

/** Where a call goes: one replica of one subgraph. A replica is one process, from its start to its end. */
export interface LinkTarget {
  readonly subgraph: string;
  /** Null while the gateway does not know it: such a call is never executed, only answered with the replica's name. */
  readonly replica: string | null;
}

export interface LinkCall extends LinkTarget {
  /** The request body as sent, byte for byte. */
  readonly body: string | Uint8Array;
  /** The instant until which the gateway waits, in milliseconds: the call is valid until then. */
  readonly deadline: number;
}

export interface SignedCall {
  readonly id: string;
  readonly signed: string;
}

/** A call whose signature and times are right. Its replica, its body and whether it was taken before are not checked. */
export interface VerifiedCall {
  readonly id: string;
  readonly caller: Identity;
  readonly replica: string | null;
  readonly bodyDigest: string;
  /** The instant from which the call is not valid any more, in milliseconds; clocks that differ are allowed for. */
  readonly validUntil: number;
}

const claimsSchema = z.object({
  jti: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
  replica: z.string().min(1).nullable(),
  body: z.string(),
  caller: identitySchema,
});

export const bodyDigest = (body: string | Uint8Array) =>
  createHash('sha256').update(body).digest('base64url');

/** Signs one call: the caller, the replica, exactly this body, until the deadline (a JWT with HS256, RFC 7519). */
export async function signCall(secret: Uint8Array, call: LinkCall, caller: Identity): Promise<SignedCall> {
  const id = randomUUID();
  const signed = await new SignJWT({ caller, body: bodyDigest(call.body), replica: call.replica })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('cordon-gateway')
    .setAudience(`cordon-${call.subgraph}`)
    .setJti(id)
    .setIssuedAt(Date.now() / 1_000)
    .setExpirationTime(call.deadline / 1_000)
    .sign(secret);
  return { id, signed };
}

/**
 * Verifies the signature, the subgraph and the times of a call. Throws an error that says which is wrong. A call may be
 * valid for `maxLifeMs` at most, and must have been made before now.
 */
export async function verifyCall(
  secret: Uint8Array,
  signed: string,
  { subgraph, maxLifeMs }: { readonly subgraph: string; readonly maxLifeMs: number },
): Promise<VerifiedCall> {
  const { payload } = await jwtVerify(signed, secret, {
    algorithms: ['HS256'],
    issuer: 'cordon-gateway',
    audience: `cordon-${subgraph}`,
    clockTolerance: clockToleranceSeconds,
  });
  const { jti, iat, exp, replica, body, caller } = claimsSchema.parse(payload);
  const lifeMs = Math.round((exp - iat) * 1_000);
  if (lifeMs > maxLifeMs) {
    throw new Error(
      `the call is valid for ${lifeMs} ms, and ${maxLifeMs} ms are allowed: CORDON_LINK_TIMEOUT_MS must be the same in every deployable`,
    );
  }
  if (iat > Date.now() / 1_000 + clockToleranceSeconds)
    throw new Error('the call was signed in the future: the clocks of the deployables differ');
  return {
    id: jti,
    caller,
    replica,
    bodyDigest: body,
    validUntil: (exp + clockToleranceSeconds) * 1_000,
  };
}
