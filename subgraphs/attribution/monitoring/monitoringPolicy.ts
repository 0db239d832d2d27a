/** The limits of monitoring and its webhooks. The one place for these numbers; times in milliseconds. */
export const monitoringPolicy = {
  /** The pause between checks for arrivals, or for due deliveries. */
  lookEveryMs: 500,
  /** A process that does not renew its lease for so long loses it to another process. */
  leaseMs: 6_000,
  /** A watch that could not be evaluated is tried again after this. */
  retryWatchMs: 5_000,
  /** The pause between checks for changes that come only with time. */
  evenWithoutNewsMs: 3_600_000,
  /** The maximum of watches of one venue, or of the operator: each costs searches at every arrival. */
  maxWatches: 1_000,
  /** The maximum of webhooks of one venue, or of the operator. */
  maxWebhooks: 20,
  /**
   * The maximum of an account's deposit wallets whose exposure is examined; more are cut, and reported so.
   */
  walletsAnAccount: 20,
  /** Of so many exposures an alert shows a way of the funds; of the others the newest transfers. */
  pathsAnAlert: 25,
  /** The number of transfers that a cause names, where no single path explains it. */
  namedTransfers: 20,
  /** The number of transfers at a wallet that are examined for those, newest first: only hubs have more. */
  transfersLookedAt: 10_000,
  /** The deliveries of a webhook that are made one after the other before it is checked again. */
  deliveriesAtOnce: 20,
  /** A receiver that has not answered by then is tried again. */
  deliveryDeadlineMs: 10_000,
  /** The wait after the first failure; it doubles with each, up to the longest. */
  firstRetryMs: 1_000,
  maxRetryMs: 3_600_000,
  /** After so long without success a delivery is given up: `redeliver` tries again. */
  giveUpMs: 24 * 3_600_000,
  /** The number of last attempts that a delivery keeps: more than a day has. */
  attemptsKept: 64,
} as const;
