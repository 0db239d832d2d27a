import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { asymmetricAlgorithms } from './issuerFile';
import { unauthenticated } from './unauthenticated';

/** Remembers proofs for as long as they are accepted. Several gateways share one. */
export interface ProofStore {
  /** Returns false where the proof was taken before. */
  take(proof: string, untilMs: number): Promise<boolean>;
}

export interface DpopOptions {
  /** The URL at which clients reach this gateway; undefined where nothing is in front of it. */
  readonly publicUrl: string | undefined;
  readonly proofs: ProofStore;
}

/** Verifies DPoP proofs (RFC 9449, section 4.3). */
export interface DpopVerifier {
  /** `jkt` is the thumbprint that the token is bound to. Throws UNAUTHENTICATED. */
  verify(request: FastifyRequest, token: string, jkt: unknown): Promise<void>;
}

/** The maximum age of a proof, and the most that it may be ahead of this clock, in seconds. */
const maxAgeSeconds = 60;
const clockTolerance = 5;

/** Characters. */
const maxProofLength = 4_096;

const claims = z.object({
  jti: z.string().min(1).max(256),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  ath: z.string(),
});

export function dpopVerifier({ publicUrl, proofs }: DpopOptions): DpopVerifier {
  return {
    async verify(request, token, jkt) {
      const { dpop: proof } = request.headers;
      if (typeof proof !== 'string' || proof === '' || proof.length > maxProofLength || proof.includes(','))
        throw invalidProof('the header dpop has none, or several');
      const { thumbprint, payload } = await readProof(proof);
      const now = Date.now() / 1_000;
      if (thumbprint !== jkt) throw invalidProof('it is signed by another key than the one of the token');
      if (payload.ath !== sha256(token)) throw invalidProof('its ath is not of this token');
      if (payload.htm !== request.method) throw invalidProof(`its htm is not ${request.method}`);
      if (withoutQuery(payload.htu) !== withoutQuery(urlOf(request, publicUrl)))
        throw invalidProof('its htu is not the URL of this request');
      if (payload.iat < now - maxAgeSeconds || payload.iat > now + clockTolerance)
        throw invalidProof('it was not made just now, by its iat');
      const until = (payload.iat + maxAgeSeconds + clockTolerance) * 1_000;
      if (!(await proofs.take(sha256(JSON.stringify([thumbprint, payload.jti])), until)))
        throw invalidProof('it was used before');
    },
  };
}

async function readProof(proof: string) {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: [...asymmetricAlgorithms],
    });
    const { jwk } = protectedHeader;
    if (!jwk) throw invalidProof('it has no jwk');
    return { thumbprint: await calculateJwkThumbprint(jwk), payload: claims.parse(payload) };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof TypeError)
      throw invalidProof('it is not a signed proof (RFC 9449)');
    throw error;
  }
}

/** The URL that the client asked, as far as this process knows it. */
function urlOf({ protocol, host, url }: FastifyRequest, publicUrl: string | undefined): string {
  return publicUrl === undefined ? `${protocol}://${host}${url}` : `${publicUrl.replace(/\/$/, '')}${url}`;
}

/** Compared without query and fragment, in the form that URLs are normalised to (RFC 9449, section 4.3). */
function withoutQuery(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

const invalidProof = (why: string) =>
  unauthenticated(`The DPoP proof is not accepted: ${why}.`, 'DPoP', 'invalid_dpop_proof');
