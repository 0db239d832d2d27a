/** What bounds an exposure. The one place for these numbers. */
export const exposurePolicy = {
  /** How many hops away it is looked where nobody says otherwise, and the most that a client may ask for. */
  defaultHops: 5,
  maxHops: 30,
  /** How many rows of the wallets in between are looked at: half a second's sweep, by the slowest method. */
  budget: 200_000,
  /** The most transfers that a wallet may have on the side that is asked about: each is looked at, whatever the hops. */
  subjectRows: 1_000_000,
  /** How long it may take to find out whose the wallets are that are met; the sweep has the threads' own deadline. */
  searchMs: 8_000,
  /** How many of the wallets at which the search stopped are named. */
  namedCuts: 20,
  /** How many exposures one request may ask for: each is a search and a sweep of its own. */
  maxPerRequest: 50,
} as const;
