import type { CustomerRecord } from '../customer/customer.record';
import { isBehind } from './beginJob';
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

/** Tells if a customer is screened as it is, against what is in force, by the rules of this version. */
export async function isUpToDate(
  customer: Pick<CustomerRecord, '_id' | 'state' | 'sequence'>,
  { progress, force }: HasCustomerScreening['customerScreening'],
): Promise<boolean> {
  if (customer.state === 'PENDING') return false;
  const { done, job } = await progress();
  const isBeyond =
    job !== null && (customer.sequence >= job.sequence || (job.after !== null && customer._id <= job.after));
  // A full run may follow one that was given up, which has changed what the last state says of some customers.
  if (job?.kind === 'FULL' && !isBeyond) return false;
  return !isBehind(isBeyond ? job : done, force());
}
