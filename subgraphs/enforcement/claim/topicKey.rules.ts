/** A text for comparing: without case, accents, punctuation at its ends or doubled spaces. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%=]+/gu, ' ')
    .trim();
}

/**
 * Returns the topic of a claim: its subject and predicate, folded. Claims about the same thing have the same
 * topic.
 */
export function topicKeyOf({ subject, predicate }: { readonly subject: string; readonly predicate: string }) {
  return `${foldWords(subject)}|${foldWords(predicate)}`;
}
