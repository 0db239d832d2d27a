/** What bounds a search. The one place for these numbers. */
export const tracePolicy = {
  /** A wallet that dealt with this many others is a hub: following an exchange's hot wallet means nothing. */
  hubCounterparties: 1_000,
  /**
   * What makes a wallet a service's, by GraphSense's concepts, where it is said with `minTraceConfidence`: a service's wallets
   * are hubs, however few transfers of them are known here, since what goes in does not come out as the same funds.
   */
  serviceConcepts: [
    'exchange',
    'wallet_service',
    'hot_wallet',
    'payment_processor',
    'mixing_service',
    'coinjoin',
    'gambling',
    'market',
    'mining_service',
    'atm',
    'defi',
    'defi_lending',
    'defi_dex',
    'defi_dex_pair',
    'defi_derivatives',
    'defi_bridge',
    'defi_staking',
    'defi_custody',
  ],
  /** How many hops a trace may have where nobody says otherwise, and in `accountReach` always. */
  defaultHops: 5,
  /** How many hops a path between two wallets may have where nobody says otherwise. */
  defaultPathHops: 8,
  /** The most that a client may ask for: the budget guards, and not the hops. */
  maxHops: 30,
  /** How many rows a search looks at: a second's worth where the graph is in memory as a whole. */
  budget: 5_000_000,
  /** A search of so many rows takes a millisecond: it is begun where it was asked, and a thread asked where it takes more. */
  inlineBudget: 10_000,
  /** How many questions wait for a thread at most, and how long: what is not begun by then is TRACING_BUSY. */
  queue: { maxWaiting: 64, maxWaitMs: 6_000 },
} as const;
