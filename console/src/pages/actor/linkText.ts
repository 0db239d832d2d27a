import { wordsOf } from '../../parts/words';
import { actorTexts } from '../../texts/actor';
import { partTexts } from '../../texts/parts';

export interface Validity {
  /** The first day in force and the last, as YYYY-MM-DD. */
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
  /** As the list writes them, where that is only a month or a year. */
  readonly validFromText?: string | null | undefined;
  readonly validToText?: string | null | undefined;
}

const isoToday = () => new Date().toISOString().slice(0, 10);

/** Tells if a relationship is over, so that it never reads as current. */
export const hasEnded = ({ validTo }: Validity, today = isoToday()): boolean =>
  typeof validTo === 'string' && validTo < today;

/** Says since when a relationship holds, or that it has ended, as exactly as its source does; empty where none says. */
export function validityText(link: Validity, today = isoToday()): string {
  const from = link.validFromText ?? link.validFrom;
  const to = link.validToText ?? link.validTo;
  const end = hasEnded(link, today) ? actorTexts.ended : actorTexts.validTo;
  return [from ? actorTexts.validFrom(from) : '', to ? end(to) : ''].filter(Boolean).join(', ');
}

/** A relationship of a path in words: its kind, confidence and validity. */
export const linkText = (link: Validity & { readonly kind: string; readonly confidence: number }): string =>
  [wordsOf(link.kind), partTexts.confidence(link.confidence), validityText(link)].filter(Boolean).join(', ');
