import { wordsOf } from '../../parts/words';
import { actorTexts } from '../../texts/pages';
import { partTexts } from '../../texts/parts';

export interface Validity {
  /** Days, as YYYY-MM-DD. */
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
}

/** Whether a relationship is over, so that it never reads as current. */
export const hasEnded = ({ validTo }: Validity, today = new Date().toISOString().slice(0, 10)): boolean =>
  typeof validTo === 'string' && validTo <= today;

/** Says since when a relationship holds, or that it has ended; empty where no source gives a day. */
export function validityText({ validFrom, validTo }: Validity): string {
  const end = validTo
    ? hasEnded({ validTo })
      ? actorTexts.ended(validTo)
      : actorTexts.validTo(validTo)
    : '';
  return [validFrom ? actorTexts.validFrom(validFrom) : '', end].filter(Boolean).join(', ');
}

/** A relationship of a path in words: its kind, confidence and validity. */
export const linkText = (link: Validity & { readonly kind: string; readonly confidence: number }): string =>
  [wordsOf(link.kind), partTexts.confidence(link.confidence), validityText(link)].filter(Boolean).join(', ');
