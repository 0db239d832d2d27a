import { createHash } from 'node:crypto';
import type { ClaimRecord } from './claim.record';
import { type Place, quotationIdOf } from './quotation.record';
import { foldWords } from './topicKey.rules';

/** The facts by which a claim is recognised. */
export type ClaimCore = Pick<ClaimRecord, 'subject' | 'predicate' | 'object' | 'value' | 'unit' | 'time'> & {
  readonly place: Place;
};

const importedPrefix = 'imported:';

export const isImported = (id: string) => id.startsWith(importedPrefix);

/**
 * Returns the id of a claim of an imported file: from its place and its content, so that the same is stored
 * once.
 */
export function importedIdOf({ place, subject, predicate, object, value, unit, time }: ClaimCore): string {
  const parts = [subject, predicate, object, value, unit, time?.text].map((part) => part ?? null);
  return `${importedPrefix}${digestOf([quotationIdOf(place), ...parts])}`;
}

/** The id of an imported group of claims: from its topic and its claims. */
export function importedGroupIdOf(topic: string, claimIds: readonly string[]): string {
  return `${importedPrefix}${digestOf([foldWords(topic), ...[...claimIds].sort()])}`;
}

const digestOf = (parts: readonly (string | null)[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/**
 * Tells if two claims on the same words are one: they name the same subject or the same predicate. One
 * sentence may contain two claims.
 */
export function isSameClaim(a: ClaimCore, b: ClaimCore): boolean {
  if (quotationIdOf(a.place) !== quotationIdOf(b.place)) return false;
  return foldWords(a.subject) === foldWords(b.subject) || foldWords(a.predicate) === foldWords(b.predicate);
}

/** Returns the agreement of two claims on the same words, for choosing among several. */
export function agreement(a: ClaimCore, b: ClaimCore): number {
  const pairs = [
    [a.subject, b.subject],
    [a.predicate, b.predicate],
    [a.object, b.object],
    [a.value, b.value],
    [a.time?.text, b.time?.text],
  ] as const;
  return pairs.filter(([x, y]) => foldWords(x ?? '') === foldWords(y ?? '')).length;
}
