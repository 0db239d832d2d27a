import { z } from 'zod';
import { wholeNumber } from '../../shared/config/kinds';
import { setting, type SettingTable } from '../../shared/config/settings';

const redisUrl = () =>
  z
    .string()
    .refine((given) => /^rediss?:\/\/[^/]/.test(given) && URL.canParse(given), {
      message: 'the URL of a Redis is needed, such as redis://127.0.0.1:6379 (rediss: over TLS)',
    })
    .optional();

/** The limits of clients for which the partner file sets none. */
export const budgetSettings = {
  maxCost: setting({
    env: 'CORDON_MAX_COST',
    // Two hundred transfers of each of two hundred wallets, or ten thousand wallets with their attributions and accounts.
    schema: wholeNumber(250_000, 1, 1_000_000_000),
    description:
      'The maximum estimated cost of an operation: one for each object of its answer, lists multiplied, and the weights of fields that search.',
  }),
  costPerHour: setting({
    env: 'CORDON_COST_PER_HOUR',
    schema: wholeNumber(0, 0, Number.MAX_SAFE_INTEGER),
    description:
      "The maximum cost of a client's operations in an hour; 0 for any. An operation is charged its estimate, and the unused part is given back.",
  }),
  ratePerMinute: setting({
    env: 'CORDON_RATE_LIMIT',
    // A thousand a second is more than a person or a job asks for, and less than what one process can answer.
    schema: wholeNumber(60_000, 1, 1_000_000_000),
    description:
      'The maximum number of requests of a caller (issuer, venue, client and subject) in a minute.',
  }),
  addressRatePerMinute: setting({
    env: 'CORDON_ADDRESS_RATE_LIMIT',
    // Many callers may share an address: ten times what one of them may ask.
    schema: wholeNumber(600_000, 1, 1_000_000_000),
    description:
      'The maximum number of requests from an address to one gateway in a minute, counted before anybody is authenticated.',
  }),
  redisUrl: setting({
    env: 'CORDON_REDIS_URL',
    schema: redisUrl(),
    description:
      'The Redis in which gateways count requests and costs together, such as `redis://127.0.0.1:6379`. While it is away each gateway counts for itself.',
    byDefault: 'none: each gateway counts for itself',
  }),
} satisfies SettingTable;
