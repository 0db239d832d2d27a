/** The limits of an exposure. The one place for these numbers. */
export const exposurePolicy = {
  /** The default number of hops, and the most that a client may ask for. */
  defaultHops: 5,
  maxHops: 30,
  /** The maximum of examined rows of the wallets in between: half a second's sweep, by the slowest method. */
  budget: 200_000,
  /**
   * The maximum of the wallet's own transfers, on the side that is asked about: the newest are examined, the
   * rest is BUDGET.
   */
  subjectRows: 1_000_000,
  /** The time for finding the owners of the wallets that are met; the sweep has the threads' own deadline. */
  searchMs: 8_000,
  /** The number of wallets named at which the search stopped. */
  namedCuts: 20,
  /** The maximum of exposures in one request: each is a search and a sweep of its own. */
  maxPerRequest: 50,
} as const;
