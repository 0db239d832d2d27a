import type { Attempt, DeliveryRecord } from './webhook.record';
import { monitoringPolicy } from './monitoringPolicy';

/** The state of a delivery after an attempt. */
export type AfterAttempt = Pick<DeliveryRecord, 'status' | 'nextAt'>;

type Tried = Pick<DeliveryRecord, 'attempts' | 'attemptsBefore' | 'nextAt' | 'giveUpAt'>;

/** Any 2xx says that it was received. */
const isReceived = ({ status }: Attempt) => status !== null && status >= 200 && status < 300;

/**
 * Returns the state after an attempt: done, or the time of the next attempt. The wait doubles with each
 * failure, and is between half of it and the whole. So many that failed together do not come back together.
 * `random` is from 0 to 1.
 */
export function afterAttempt(
  { attempts, attemptsBefore, nextAt, giveUpAt }: Tried,
  attempt: Attempt,
  random: number,
): AfterAttempt {
  if (isReceived(attempt)) return { status: 'DELIVERED', nextAt };
  const { firstRetryMs, maxRetryMs } = monitoringPolicy;
  const wait = Math.min(maxRetryMs, firstRetryMs * 2 ** Math.min(attempts - attemptsBefore, 30));
  const next = new Date(attempt.at.getTime() + wait * (0.5 + random / 2));
  return next > giveUpAt ? { status: 'GIVEN_UP', nextAt } : { status: 'PENDING', nextAt: next };
}
