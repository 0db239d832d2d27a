/** What bounds an exposure. The one place for these numbers. */
export const exposurePolicy = {
  /** How many hops away it is looked where nobody says otherwise, and the most that a client may ask for. */
  defaultHops: 5,
  maxHops: 12,
  /** How many rows of the wallets in between are looked at: half a second's sweep, by the slowest method. */
  budget: 200_000,
  /** How many of the wallets at which the search stopped are named. */
  namedCuts: 20,
  /** How many exposures one request may ask for: each is a search and a sweep of its own. */
  mostARequest: 50,
} as const;
