/** A text for comparing: without case, accents, punctuation at its ends or doubled spaces. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%=]+/gu, ' ')
    .trim();
}

/** What a claim is about, for finding those that say something of the same thing: its subject and predicate, folded. */
export function topicKeyOf({ subject, predicate }: { readonly subject: string; readonly predicate: string }) {
  return `${foldWords(subject)}|${foldWords(predicate)}`;
}
