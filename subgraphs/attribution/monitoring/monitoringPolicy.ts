/** What bounds monitoring and its webhooks. The one place for these numbers; times in milliseconds. */
export const monitoringPolicy = {
  /** How often it is looked whether something arrived, or is due. */
  lookEveryMs: 500,
  /** Who does not say for so long that it still evaluates and delivers has lost its turn to another process. */
  leaseMs: 6_000,
  /** A watch that could not be evaluated is tried again after this. */
  retryWatchMs: 5_000,
  /** What becomes known by the passing of time alone is looked for as often as this. */
  evenWithoutNewsMs: 3_600_000,
  /** How many watches one venue, or the operator, may have: each is searches of its own at every arrival. */
  maxWatches: 1_000,
  /** How many webhooks one venue, or the operator, may have. */
  maxWebhooks: 20,
  /** The exposure of so many deposit wallets of an account is looked into; more are cut, and said to be. */
  walletsAnAccount: 20,
  /** Of so many exposures an alert shows a way of the funds; of the others the newest transfers. */
  pathsAnAlert: 25,
  /** How many transfers a cause names, where no single path says why. */
  namedTransfers: 20,
  /** How many transfers at a wallet are looked at for those, newest first: more are at hubs alone. */
  transfersLookedAt: 10_000,
  /** So many deliveries of a webhook are made one after the other before it is looked at again. */
  deliveriesAtOnce: 20,
  /** A receiver that has not answered by then is tried again. */
  deliveryDeadlineMs: 10_000,
  /** The wait after the first failure; it doubles with each, up to the longest. */
  firstRetryMs: 1_000,
  maxRetryMs: 3_600_000,
  /** After so long without success a delivery is given up: `redeliver` tries again. */
  giveUpMs: 24 * 3_600_000,
  /** How many of the last attempts a delivery keeps: more than a day has. */
  attemptsKept: 64,
} as const;
