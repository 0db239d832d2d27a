import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { clockToleranceSeconds, type LinkTarget } from './linkCall';

/** The header of an answer 421 that names the replica which a call reached. */
export const replicaHeader = 'x-cordon-replica';

/** Longer than a call takes. The answer names its call, and so is worth nothing to any other. */
const validFor = '60s';

const claimsSchema = z.object({ replica: z.string().min(1) });

/** Signs the name of a replica for the call that reached it: an unsigned one could make the gateway call twice. */
export function signReplica(
  secret: Uint8Array,
  { subgraph, replica }: LinkTarget,
  callId: string,
): Promise<string> {
  return new SignJWT({ replica })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(`cordon-${subgraph}`)
    .setAudience('cordon-gateway')
    .setSubject(callId)
    .setExpirationTime(validFor)
    .sign(secret);
}

/** Reads the name of the replica that a call reached, and that did not execute it. Throws where it is not signed. */
export async function verifyReplica(
  secret: Uint8Array,
  subgraph: string,
  callId: string,
  signed: string,
): Promise<string> {
  const { payload } = await jwtVerify(signed, secret, {
    algorithms: ['HS256'],
    issuer: `cordon-${subgraph}`,
    audience: 'cordon-gateway',
    subject: callId,
    requiredClaims: ['exp'],
    clockTolerance: clockToleranceSeconds,
  });
  return claimsSchema.parse(payload).replica;
}
