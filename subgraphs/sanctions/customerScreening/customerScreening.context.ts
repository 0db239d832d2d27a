import type { CustomerRecord } from '../customer/customer.record';
import type { EntriesInForce } from './listState.rules';
import type { ScreeningProgress } from './screeningState.store';
import type { ScreeningRunRecord } from './screeningState.record';

/** The part of the context that tells how far customers are screened. */
export interface HasCustomerScreening {
  readonly customerScreening: {
    /** How far the runs are; read once a request. */
    progress(): Promise<ScreeningProgress>;
    /** What is in force now. */
    force(): EntriesInForce;
    lastRuns(limit: number): Promise<ScreeningRunRecord[]>;
  };
}

/** Tells if a customer is screened as it is, against what is in force. */
export async function isUpToDate(
  customer: Pick<CustomerRecord, '_id' | 'state' | 'sequence'>,
  { progress, force }: HasCustomerScreening['customerScreening'],
): Promise<boolean> {
  if (customer.state === 'PENDING') return false;
  const { done, job } = await progress();
  const isBeyond =
    job !== null && (customer.sequence >= job.sequence || (job.after !== null && customer._id <= job.after));
  const state = isBeyond ? job : done;
  return state !== null && state.digest === force().digest;
}
