import type { ClaimRecord } from './claim.record';
import { organisations } from './organisations';
import { foldWords } from './topicKey.rules';

const prefix = 'subject:';

type SubjectFields = Pick<ClaimRecord, 'about' | 'subject' | 'object' | 'source' | 'lossEstimates'>;

/**
 * Returns the subjects of a claim: those that its recorder named, and the organisations that speak or are
 * spoken of. A claim without any has its subject by the source's name: every claim is about somebody.
 */
export function aboutOf({ about, subject, object, source, lossEstimates }: SubjectFields): string[] {
  const texts = [subject, object, source.publisher, ...lossEstimates.map(({ by }) => by)];
  const found = organisations
    .filter(({ names }) => texts.some((text) => typeof text === 'string' && names.test(text)))
    .map(({ id }) => id);
  const all = [...about, ...found];
  return all.length > 0 ? all : [`${prefix}${foldWords(subject).replaceAll(' ', '-')}`];
}

/** The search for claims by the id of a subject, beside by `about`; null for an id of another kind. */
export interface SubjectSearch {
  /** For an organisation: what a text that names it fits. */
  readonly names: RegExp | null;
  /** For any other: its name in folded words (topicKey.rules.ts). */
  readonly foldedName: string | null;
}

export function subjectSearchOf(id: string): SubjectSearch | null {
  if (!id.startsWith(prefix)) return null;
  const organisation = organisations.find((one) => one.id === id);
  if (organisation) return { names: organisation.names, foldedName: null };
  return { names: null, foldedName: id.slice(prefix.length).replaceAll('-', ' ') };
}
