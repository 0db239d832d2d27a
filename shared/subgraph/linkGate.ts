import { randomUUID } from 'node:crypto';
import type { Identity } from '../identity/identity';
import { bodyDigest, clockToleranceSeconds, type VerifiedCall, verifyCall } from '../identity/linkCall';
import { signReplica } from '../identity/replicaAnswer';
import { TakenCalls } from '../identity/takenCalls';

export interface LinkGateOptions {
  readonly subgraph: string;
  readonly linkSecret: string;
  readonly linkTimeoutMs: number;
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
  readonly #secret: Uint8Array;
  readonly #taken: TakenCalls;

  constructor(private readonly options: LinkGateOptions) {
    this.#secret = new TextEncoder().encode(options.linkSecret);
    this.#taken = new TakenCalls(options.linkTimeoutMs + 2_000 * clockToleranceSeconds);
  }

  /** Checks a call by its header, before the body is read. */
  async check(signed: unknown): Promise<CheckedCall> {
    if (typeof signed !== 'string') return { outcome: 'rejected', why: 'it is not signed' };
    const { subgraph, linkTimeoutMs } = this.options;
    try {
      const call = await verifyCall(this.#secret, signed, { subgraph, maxLifeMs: linkTimeoutMs });
      if (call.replica === this.#replica) return { outcome: 'accepted', call };
      const target = { subgraph, replica: this.#replica };
      return { outcome: 'misdirected', replica: await signReplica(this.#secret, target, call.id) };
    } catch (error) {
      return { outcome: 'rejected', why: error instanceof Error ? error.message : String(error) };
    }
  }

  /**
   * Takes a checked call with its body, once. Returns undefined where it was taken before, is signed for another body, or
   * ran out while the body was on its way: calls are remembered only for as long as one can be valid.
   */
  take(call: VerifiedCall, body: Uint8Array): Identity | undefined {
    if (Date.now() >= call.validUntil || call.bodyDigest !== bodyDigest(body)) return undefined;
    return this.#taken.take(call.id) ? call.caller : undefined;
  }
}
