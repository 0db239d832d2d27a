/**
 * What signing a call to a subgraph and checking it cost in processor time, beside the same statements as a JWT (jose,
 * HS256), which is how calls were signed before. In turns, medians. `--json` prints one JSON object in place of the table.
 */
import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { type Identity, identitySchema } from '../../shared/identity/identity';
import { bodyDigest, signCall } from '../../shared/identity/linkCall';
import { openLinkKeys } from '../../shared/identity/linkKeys';
import { verifyReplica } from '../../shared/identity/replicaAnswer';
import { LinkGate } from '../../shared/subgraph/linkGate';
import { callerOf } from '../support/identities';
import { machine, percentile } from './timing';

const linkSecret = 'a secret of thirty-two characters';
const linkTimeoutMs = 10_000;
const rounds = 9;
const callsInARound = 2_000;
const bodyBytes = [200, 4_000, 100_000];
const subgraph = 'sanctions';

type SignAndCheck = (body: string) => Promise<void> | void;

/** The way of the product: two headers, and the gate of a subgraph. */
function ownWay(caller: Identity): SignAndCheck {
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
function jwtWay(caller: Identity): SignAndCheck {
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

/** Microseconds of processor time a call, other threads included: jose works on those of libuv. */
async function measure(signAndCheck: SignAndCheck, body: string): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < callsInARound; i++) await signAndCheck(body);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / callsInARound;
}

async function main(): Promise<void> {
  const caller = callerOf('analyst');
  const ways = { hmac: ownWay(caller), jose: jwtWay(caller) };
  const results = [];
  for (const bytes of bodyBytes) {
    const body = 'x'.repeat(bytes);
    const took = { hmac: [] as number[], jose: [] as number[] };
    for (let round = 0; round < rounds; round++)
      for (const way of ['hmac', 'jose'] as const) took[way].push(await measure(ways[way], body));
    results.push({ bytes, hmac: percentile(took.hmac, 0.5), jose: percentile(took.jose, 0.5) });
  }
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ machine, results })}\n`);
    return;
  }
  process.stdout.write(`${machine}, Node ${process.version}: microseconds to sign a call and to check it\n`);
  for (const { bytes, hmac, jose } of results) {
    process.stdout.write(
      `${String(bytes).padStart(7)} bytes: ${hmac.toFixed(1).padStart(6)} (jose ${jose.toFixed(1)})\n`,
    );
  }
}

void main();
