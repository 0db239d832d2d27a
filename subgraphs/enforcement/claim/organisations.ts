/** Organisations that speak in sources, or are spoken of, beside the other subjects of a claim. */
export interface Organisation {
  /** The id by which claims of it are found: `about: "subject:binance"`. */
  readonly id: string;
  /** Its names in sources. Without look-around, as the store matches it too. */
  readonly names: RegExp;
}

export const organisations: readonly Organisation[] = [
  { id: 'subject:binance', names: /\bBinance\b/i },
  { id: 'subject:ofac', names: /\bOFAC\b|Office of Foreign Assets Control/i },
  {
    id: 'subject:us-treasury',
    names: /\bU\.?S\.? Treasury\b|Department of the Treasury|^Treasury\b|Under Secretary TFI/i,
  },
  { id: 'subject:elliptic', names: /\bElliptic\b/i },
  { id: 'subject:un-panel-of-experts', names: /\bPanel of Experts\b|\bUN Panel\b/i },
];
