import { createHash } from 'node:crypto';
import type { CustomerMatchRecord } from './customerMatch.record';

/** The digest of a match as it is seen, SHA-256 in hex: of the pair, what both say, and the score. */
export const matchDigest = ({ _id, entryDigest, customerDigest, score }: CustomerMatchRecord): string =>
  createHash('sha256').update([_id, entryDigest, customerDigest, score].join('\n')).digest('hex');
