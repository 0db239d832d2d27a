/** A run of letters and digits that is longer than any address but those below. Private keys and seeds have 51 and more. */
const longRun = /(?<![0-9A-Za-z])[0-9A-Za-z]{49,}(?![0-9A-Za-z])/g;

/** Addresses of that length that no private key looks like. */
const publicForm = /^(?:bc|tb|ltc|btg)1[02-9ac-hj-np-z]+$/i;

/** A seed of the XRP Ledger (`s…`, `sEd…`), and Casascius' mini private key (`S…`). */
const shortKey =
  /(?<![0-9A-Za-z])(?=[0-9A-Za-z]*\d)(?=[0-9A-Za-z]*[A-Z])[sS][1-9A-HJ-NP-Za-km-z]{21,30}(?![0-9A-Za-z])/g;

/**
 * A quotation of words of a mnemonic in a program's message, whole or cut short. A quote that ends a word and stands
 * before a space closes a quotation: what follows is the program's own sentence.
 */
const words =
  /(["'`])(?:(?<=(?:^|[\s([{:,=\\"'`])["'`])\s*|(?=\p{L}))(?:\p{L}{2,12}[\s,]+){5,}[^"'`]*(?:\1|$)/gu;

const replaced = (text: string) => `[${text.length} characters, not repeated: they may be a secret]`;

/** Returns a message without what may be a private key, a seed or a mnemonic. Bytes of a secret belong in no error and no log. */
export function redactSecrets(message: string): string {
  return message
    .replace(words, (found, quote: string) => `${quote}${replaced(found)}${quote}`)
    .replace(longRun, (found) => (publicForm.test(found) ? found : replaced(found)))
    .replace(shortKey, replaced);
}

/** Quotes a client's text in an error: its beginning, without what may be a secret. */
export function quoteInput(text: string, maxLength = 100): string {
  const quoted = redactSecrets(JSON.stringify(text));
  return quoted.length <= maxLength + 2 ? quoted : `${quoted.slice(0, maxLength + 1)}…"`;
}
