import type { RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';

/** The count under a key in the current window. */
export interface Count {
  readonly spent: number;
  /** The end of the window, in milliseconds since 1970. */
  readonly endsAt: number;
}

/** Counts points by key, in windows that begin with the first point and are as long as each other. */
export class WindowCounter {
  constructor(private readonly limiter: RateLimiterAbstract) {}

  /** Adds whole points, none of them if `points` is 0, and returns what is counted now. */
  async add(key: string, points: number): Promise<Count> {
    return toCount(await this.limiter.penalty(key, points));
  }

  /** Takes back points of a count, unless its window has ended: the next one owes nothing for them. */
  async takeBack(key: string, points: number, { spent, endsAt }: Count): Promise<Count> {
    if (points === 0 || Date.now() >= endsAt) return { spent, endsAt };
    return toCount(await this.limiter.reward(key, points));
  }
}

const toCount = ({ consumedPoints, msBeforeNext }: RateLimiterRes): Count => ({
  spent: Math.max(0, consumedPoints),
  endsAt: Date.now() + Math.max(0, msBeforeNext),
});
