import { randomUUID } from 'node:crypto';
import type { Identity } from '../identity/identity';
import { bodyDigest, clockToleranceMs, type VerifiedCall, verifyCall } from '../identity/linkCall';
import { type LinkKeys, type LinkSecrets, openLinkKeys } from '../identity/linkKeys';
import { signReplica } from '../identity/replicaAnswer';
import { TakenCalls } from '../identity/takenCalls';

export interface LinkGateOptions extends LinkSecrets {
  readonly subgraph: string;
  readonly linkTimeoutMs: number;
}

/** The headers of a call, as they came. */
export interface CallHeaders {
  readonly signed: unknown;
  readonly caller: unknown;
}

/** The outcome of checking a call. `replica` is the signed name of this replica, for a call that names another. */
export type CheckedCall =
  | { readonly outcome: 'accepted'; readonly call: VerifiedCall }
  | { readonly outcome: 'misdirected'; readonly replica: string }
  | { readonly outcome: 'rejected'; readonly why: string };

/** Decides which calls one replica of a subgraph takes: signed, for this replica, valid now, and each once. */
export class LinkGate {
  /** New at each start: what was taken before it is forgotten, and so must not be valid any more. */
  readonly #replica = randomUUID();
  readonly #keys: LinkKeys;
  readonly #taken: TakenCalls;

  constructor(private readonly options: LinkGateOptions) {
    this.#keys = openLinkKeys(options);
    this.#taken = new TakenCalls(options.linkTimeoutMs + 2 * clockToleranceMs);
  }

  /** Checks a call by its headers, before the body is read. */
  check({ signed, caller }: CallHeaders): CheckedCall {
    if (typeof signed !== 'string' || typeof caller !== 'string')
      return { outcome: 'rejected', why: 'it is not signed' };
    const { subgraph, linkTimeoutMs } = this.options;
    try {
      const call = verifyCall(this.#keys, { signed, caller }, { subgraph, maxLifeMs: linkTimeoutMs });
      if (call.replica === this.#replica) return { outcome: 'accepted', call };
      const answer = { subgraph, callId: call.id };
      return { outcome: 'misdirected', replica: signReplica(call.key, this.#replica, answer) };
    } catch (error) {
      return { outcome: 'rejected', why: error instanceof Error ? error.message : String(error) };
    }
  }

  /**
   * Takes a checked call with its body, once. Returns undefined where the call was taken before, is signed
   * for another body, or expired while the body was on its way. Calls are remembered only while they can be
   * valid.
   */
  take(call: VerifiedCall, body: Uint8Array): Identity | undefined {
    if (Date.now() >= call.validUntil || call.bodyDigest !== bodyDigest(body)) return undefined;
    return this.#taken.take(call.id) ? call.caller : undefined;
  }
}
