import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** The content that the signature of a call covers. */
export interface SignedCall {
  /** The same however often the call is made. */
  readonly deliveryId: string;
  /** The time of this call, so that an old one cannot be replayed. */
  readonly at: Date;
  /** As it is sent. */
  readonly body: string;
}

/**
 * Returns the headers that sign a call, in both forms (docs/concepts/monitoring.md): those of Standard Webhooks, which its
 * libraries verify, and Cordon's own.
 */
export function signatureHeaders(secret: string, { deliveryId, at, body }: SignedCall) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'webhook-id': deliveryId,
    'webhook-timestamp': timestamp,
    'webhook-signature': new Webhook(standardKey(secret), { format: 'raw' }).sign(deliveryId, at, body),
    'cordon-delivery-id': deliveryId,
    'cordon-timestamp': timestamp,
    'cordon-signature': `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  };
}

const standardPrefix = 'whsec_';

/** Writes random bytes as a secret of Standard Webhooks: `whsec_` and their base64. */
export const standardSecret = (bytes: Buffer): string => `${standardPrefix}${bytes.toString('base64')}`;

/** Returns the reason why a text may not be a webhook's secret; null where it may. */
export function secretProblem(secret: string): string | null {
  if (secret.length < 32 || secret.length > 200) return '32 to 200 characters are needed';
  if (!secret.startsWith(standardPrefix) || standardBytes(secret)) return null;
  return `after ${standardPrefix} the base64 of 24 to 64 bytes is needed (Standard Webhooks)`;
}

/** Any text may be a secret. One that is not of the standard's form is the key as it is, in UTF-8. */
const standardKey = (secret: string): Buffer => standardBytes(secret) ?? Buffer.from(secret);

/** The key that a secret of the standard's form stands for; undefined where it is of another form. */
function standardBytes(secret: string): Buffer | undefined {
  if (!secret.startsWith(standardPrefix)) return undefined;
  const bytes = Buffer.from(secret.slice(standardPrefix.length), 'base64');
  return bytes.length >= 24 && bytes.length <= 64 && standardSecret(bytes) === secret ? bytes : undefined;
}
