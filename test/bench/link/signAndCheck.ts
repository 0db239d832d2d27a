import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { identitySchema } from '../../../shared/identity/identity';
import { bodyDigest, signCall } from '../../../shared/identity/linkCall';
import { openLinkKeys } from '../../../shared/identity/linkKeys';
import { verifyReplica } from '../../../shared/identity/replicaAnswer';
import { LinkGate } from '../../../shared/subgraph/linkGate';
import { callerOf } from '../../support/identities';

const linkSecret = 'a secret of thirty-two characters';
const linkTimeoutMs = 10_000;
const subgraph = 'sanctions';
const caller = callerOf('analyst');

/** Signs a call with this body as a gateway does, and checks it as a subgraph does. */
export type SignAndCheck = (body: string) => Promise<void> | void;

/** The product's way: two headers, and the gate of a subgraph. */
export function hmacCalls(): SignAndCheck {
  const gate = new LinkGate({ subgraph, linkSecret, linkTimeoutMs });
  const { current: key } = openLinkKeys({ linkSecret });
  const sign = (replica: string | null, body: string) =>
    signCall(key, { subgraph, replica, body, deadline: Date.now() + linkTimeoutMs }, caller);
  const first = sign(null, '');
  const reached = gate.check(first);
  if (reached.outcome !== 'misdirected') throw new Error(reached.outcome);
  const replica = verifyReplica(key, reached.replica, { subgraph, callId: first.id });
  return (body) => {
    const checked = gate.check(sign(replica, body));
    if (checked.outcome !== 'accepted' || !gate.take(checked.call, Buffer.from(body)))
      throw new Error('rejected');
  };
}

const claimsSchema = z.object({
  jti: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
  replica: z.string().min(1).nullable(),
  body: z.string(),
  caller: identitySchema,
});

/** The same statements as a JWT. */
export function joseCalls(): SignAndCheck {
  const secret = new TextEncoder().encode(linkSecret);
  const taken = new Set<string>();
  const replica = randomUUID();
  return async (body) => {
    const signed = await new SignJWT({ caller, body: bodyDigest(body), replica })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('cordon-gateway')
      .setAudience(`cordon-${subgraph}`)
      .setJti(randomUUID())
      .setIssuedAt(Date.now() / 1_000)
      .setExpirationTime((Date.now() + linkTimeoutMs) / 1_000)
      .sign(secret);
    const { payload } = await jwtVerify(signed, secret, {
      algorithms: ['HS256'],
      issuer: 'cordon-gateway',
      audience: `cordon-${subgraph}`,
      clockTolerance: 5,
    });
    const claims = claimsSchema.parse(payload);
    if (claims.body !== bodyDigest(Buffer.from(body)) || taken.has(claims.jti)) throw new Error('rejected');
    taken.add(claims.jti);
  };
}
