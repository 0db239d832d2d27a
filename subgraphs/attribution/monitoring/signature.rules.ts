import { createHmac } from 'node:crypto';

/** What a call is signed over: when it was made, so that an old one cannot be played again, and its body as it is sent. */
export interface SignedCall {
  /** Seconds since 1970-01-01, as text. */
  readonly timestamp: string;
  readonly body: string;
}

/** `v1=` and the HMAC-SHA256 (RFC 2104) of `<timestamp>.<body>` in hex: docs/concepts/monitoring.md says how to verify it. */
export const signatureOf = (secret: string, { timestamp, body }: SignedCall): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
