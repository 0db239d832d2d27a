import { hash, randomUUID } from 'node:crypto';
import { decodeCaller, encodeCaller } from './callerHeader';
import type { Identity } from './identity';
import { isSignatureOf, type LinkKey, type LinkKeys, signText } from './linkKeys';

/** The header that carries the signature of a call from the gateway to a subgraph. */
export const linkCallHeader = 'x-cordon-call';

/** Milliseconds that the clocks of two deployables may differ. */
export const clockToleranceMs = 5_000;

/** The target of a call: one replica of one subgraph. A replica is one process, from its start to its end. */
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

/** A call as it is sent: two headers beside its body. */
export interface SignedCall {
  readonly id: string;
  readonly signed: string;
  readonly caller: string;
}

/** A call whose signature and times are right. Its replica, its body and whether it was taken before are not checked. */
export interface VerifiedCall {
  readonly id: string;
  readonly caller: Identity;
  readonly replica: string | null;
  readonly bodyDigest: string;
  /** The instant from which the call is not valid any more, in milliseconds; clocks that differ are allowed for. */
  readonly validUntil: number;
  /** The key that signed the call. Its answer is signed with the same key. */
  readonly key: LinkKey;
}

/** `2.<key id>.<time>.<life>.<nonce>.<replica, or nothing>.<digest of the body>`, with times in milliseconds. */
const form =
  /^(2\.([0-9a-f]{16})\.(\d{13})\.(\d{1,12})\.([0-9a-f-]{36})\.((?:[0-9a-f-]{36})?)\.([\w-]{43}))\.([\w-]{43})$/;

export const bodyDigest = (body: string | Uint8Array): string => hash('sha256', body, 'base64url');

/** Signs one call: the caller, the subgraph and replica, exactly this body, until the deadline (HMAC-SHA256). */
export function signCall(key: LinkKey, call: LinkCall, caller: Identity): SignedCall {
  const id = randomUUID();
  const now = Date.now();
  const life = Math.max(0, Math.ceil(call.deadline - now));
  const fields = `2.${key.id}.${now}.${life}.${id}.${call.replica ?? ''}.${bodyDigest(call.body)}`;
  const encoded = encodeCaller(caller);
  const signature = signText(key, signedText(fields, encoded, call.subgraph));
  return { id, signed: `${fields}.${signature}`, caller: encoded };
}

/** The first three lines hold no line break, so that no two calls have one text. */
const signedText = (fields: string, caller: string, subgraph: string): string =>
  `cordon-call\n${fields}\n${caller}\n${subgraph}`;

export interface VerifyOptions {
  readonly subgraph: string;
  readonly maxLifeMs: number;
}

/**
 * Verifies the signature, the subgraph and the times of a call. Throws an error that says which is wrong. A call may be
 * valid for `maxLifeMs` at most, and must have been made before now.
 */
export function verifyCall(
  keys: LinkKeys,
  { signed, caller }: Pick<SignedCall, 'signed' | 'caller'>,
  { subgraph, maxLifeMs }: VerifyOptions,
): VerifiedCall {
  const found = form.exec(signed);
  if (!found) throw new Error('the signature of the call has another form: upgrade all deployables together');
  const [, fields = '', keyId = '', time, life, id = '', replica = '', digest = '', signature = ''] = found;
  const key = keys.find(keyId);
  if (!key)
    throw new Error('the call is signed with a secret that is not known here: see CORDON_LINK_SECRET');
  if (!isSignatureOf(key, signedText(fields, caller, subgraph), signature))
    throw new Error('the signature does not fit the call, its caller or this subgraph');
  const validUntil = checkTimes(Number(time), Number(life), maxLifeMs);
  return {
    id,
    caller: decodeCaller(caller),
    replica: replica === '' ? null : replica,
    bodyDigest: digest,
    validUntil,
    key,
  };
}

function checkTimes(time: number, life: number, maxLifeMs: number): number {
  if (life > maxLifeMs) {
    throw new Error(
      `the call is valid for ${life} ms, and ${maxLifeMs} ms are allowed: CORDON_LINK_TIMEOUT_MS must be the same in every deployable`,
    );
  }
  const now = Date.now();
  if (time > now + clockToleranceMs)
    throw new Error('the call was signed in the future: the clocks of the deployables differ');
  const validUntil = time + life + clockToleranceMs;
  if (now >= validUntil) throw new Error('the time of the call is over');
  return validUntil;
}
