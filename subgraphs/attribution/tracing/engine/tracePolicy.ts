/** The limits of a search. The one place for these numbers. */
export const tracePolicy = {
  /** A wallet that dealt with this many others is a hub: following an exchange's hot wallet means nothing. */
  hubCounterparties: 1_000,
  /**
   * The concepts of GraphSense that make a wallet a service's, where stated with `minTraceConfidence`. A
   * service's wallets are hubs, however few transfers of them are known here, since funds that go in do not
   * come out as the same funds.
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
  /** The default number of hops of a trace, and the only one in `accountReach`. */
  defaultHops: 5,
  /** The default number of hops of a path between two wallets. */
  defaultPathHops: 8,
  /** The most that a client may ask for: the budget guards, and not the hops. */
  maxHops: 30,
  /** The maximum of rows that a search examines: a second's worth where the whole graph is in memory. */
  budget: 5_000_000,
  /** A search of so many rows takes a millisecond: it is begun where it was asked, and a thread asked where it takes more. */
  inlineBudget: 10_000,
  /**
   * The maximum of rows that a reach from a wallet examines: the statements about each wallet it reaches are
   * read afterwards.
   */
  walletReachBudget: 100_000,
  /** The maximum of rows of which the state at an earlier time is made without a thread: it takes some 10 ms. */
  inlineRows: 50_000,
  /**
   * The maximum of questions that wait for a thread, and the time; a question not begun by then is
   * TRACING_BUSY.
   */
  queue: { maxWaiting: 64, maxWaitMs: 6_000 },
} as const;
