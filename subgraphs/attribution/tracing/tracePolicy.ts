/** What bounds a search. The one place for these numbers. */
export const tracePolicy = {
  /**
   * A wallet that dealt with this many others is a hub: following an exchange's hot wallet means nothing. Raising it
   * asks for an import of the transfers into a new database, as no more counterparties than these are kept.
   */
  hubCounterparties: 1_000,
  /** How many hops a trace may have where nobody says otherwise, and in `accountReach` always. */
  defaultHops: 5,
  /** The most that a client may ask for. */
  maxHops: 12,
  /** How many transfers a search looks at: some seconds' worth of reading, and some 200 MB. */
  budget: 200_000,
  /** The least confidence of an attribution that a trace starts from: what a trusted third party says, and up. */
  minConfidence: 50,
} as const;
