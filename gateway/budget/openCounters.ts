import { once } from 'node:events';
import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { redactSecrets } from '../../shared/errors/redactSecrets';
import type { Logger } from '../../shared/logger/logger';
import type { GatewayMetrics } from '../metrics/gatewayMetrics';
import { WindowCounter } from './windowCounter';

/** Seconds of the two windows: requests are counted by the minute, costs by the hour. */
export const minute = 60;
export const hour = 3_600;

export interface Counters {
  readonly requests: WindowCounter;
  readonly costs: WindowCounter;
  close(): void;
}

interface CounterParts {
  readonly metrics: Pick<GatewayMetrics, 'redisUnavailable'>;
  readonly logger: Logger;
}

/** A request waits so long for Redis, in milliseconds; then this gateway counts it for itself. */
const redisTimeoutMs = 500;

/** The pause between attempts to reach a Redis that is away, in milliseconds. */
const redisRetryMs = 500;

/**
 * Opens the counters of clients: in the Redis that gateways share, or in this process. Waits a moment for Redis, so that
 * the first requests are counted together too.
 */
export async function openCounters(redisUrl: string | undefined, parts: CounterParts): Promise<Counters> {
  if (redisUrl === undefined)
    return {
      requests: new WindowCounter(inMemory('requests', minute)),
      costs: new WindowCounter(inMemory('costs', hour)),
      close: () => undefined,
    };
  const redis = await connect(redisUrl, parts);
  await readyOrAway(redis);
  const shared = (keyPrefix: string, duration: number) =>
    new WindowCounter(
      new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `cordon:${keyPrefix}`,
        points: Number.MAX_SAFE_INTEGER,
        duration,
        rejectIfRedisNotReady: true,
        insuranceLimiter: inMemory(keyPrefix, duration),
      }),
    );
  return {
    requests: shared('requests', minute),
    costs: shared('costs', hour),
    close: () => redis.disconnect(),
  };
}

/** The steps enforce the limits themselves, so the library's own is set out of reach. */
export function inMemory(keyPrefix: string, duration: number): RateLimiterAbstract {
  return new RateLimiterMemory({ keyPrefix, points: Number.MAX_SAFE_INTEGER, duration });
}

/** Resolves when Redis answers, at its first failure, or when it took too long. */
async function readyOrAway(redis: Redis): Promise<void> {
  await once(redis, 'ready', { signal: AbortSignal.timeout(redisTimeoutMs) }).catch(() => undefined);
}

async function connect(url: string, { metrics, logger }: CounterParts): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: redisTimeoutMs,
    commandTimeout: redisTimeoutMs,
    retryStrategy: () => redisRetryMs,
  });
  let away = false;
  redis.on('error', (error: Error) => {
    if (!away)
      logger.error(
        { why: redactSecrets(error.message) },
        'Redis is unavailable: this gateway counts for itself until it answers (CORDON_REDIS_URL)',
      );
    away = true;
    metrics.redisUnavailable.set(1);
  });
  redis.on('ready', () => {
    if (away) logger.info('Redis answers again: gateways count together');
    away = false;
    metrics.redisUnavailable.set(0);
  });
  return redis;
}
