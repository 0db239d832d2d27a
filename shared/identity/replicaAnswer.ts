import { isSignatureOf, type LinkKey, signText } from './linkKeys';

/** The header of an answer 421 that names the replica which a call reached. */
export const replicaHeader = 'x-cordon-replica';

export interface ReplicaAnswer {
  readonly subgraph: string;
  /** The call that is answered. Each has an id of its own, so that an answer is worth nothing to any other. */
  readonly callId: string;
}

const form = /^([0-9a-f-]{36})\.([\w-]{43})$/;

/** Signs the name of a replica for the call that reached it: an unsigned one could make the gateway call twice. */
export const signReplica = (key: LinkKey, replica: string, answer: ReplicaAnswer): string =>
  `${replica}.${signText(key, signedText(replica, answer))}`;

/** Reads the name of the replica that a call reached, and that did not execute it. Throws where it is not signed. */
export function verifyReplica(key: LinkKey, signed: string, answer: ReplicaAnswer): string {
  const [, replica = '', signature = ''] = form.exec(signed) ?? [];
  if (replica === '' || !isSignatureOf(key, signedText(replica, answer), signature))
    throw new Error('the answer names another replica, and is not signed');
  return replica;
}

const signedText = (replica: string, { subgraph, callId }: ReplicaAnswer): string =>
  `cordon-replica\n${replica}\n${callId}\n${subgraph}`;
